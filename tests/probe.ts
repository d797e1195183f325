import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { closeDb } from "@/db/client";
import { insertFile } from "@/db/insert-file";
import { insertRun } from "@/db/insert-run";
import { readSnapshot } from "@/db/read-snapshot";
import { producer } from "@/queue/producer";
import { storage } from "@/storage/local-storage";

const saved = await storage().save(createReadStream(process.argv[2] ?? ""), { maxBytes: 1e10 });
const file = await insertFile({
  ownerId: "local",
  name: "m.csv",
  storageKey: saved.key,
  bytes: saved.bytes,
  sha256: saved.sha256,
  keepHours: null,
} as never);
console.log(file);
const run = await insertRun({
  ownerId: "local",
  fileId: file.id,
  fileName: "m.csv",
  createdBy: "x",
  bytesTotal: saved.bytes,
  rulesetId: null,
  rulesetVersion: null,
  options: {},
  priority: 2,
} as never);
await producer().enqueue({ runId: run.runId, fileName: "m.csv" });
const t = Date.now();
for (;;) {
  const s = await readSnapshot(run.runId);
  console.log(Date.now() - t, s?.status, s?.stage, s?.progress, s?.rows, s?.revision, s?.errorCode);
  if (!s || ["completed", "failed", "cancelled"].includes(s.status)) break;
  await new Promise((r) => setTimeout(r, 500));
}
await producer().close();
await closeDb();
