import { createReadStream } from "node:fs";
import { insertFile } from "@/db/insert-file";
import { readSnapshot } from "@/db/read-snapshot";
import { saveRuleset } from "@/db/save-ruleset";
import { parseRuleset } from "@/core/schema/ruleset";
import { closeDb } from "@/db/client";
import { producer } from "@/queue/producer";
import { storage } from "@/storage/local-storage";
import { enqueueRun } from "@/services/enqueue-run";
const ctx = { actor: { ownerId: "local", name: "x" } };
await saveRuleset({ ownerId: "local", ruleset: parseRuleset({ id: "t", title: "t", schema: { primaryKey: ["id", "name"], fields: [["id","integer"],["name","string"],["city","integer"],["amount","number"],["date","date"],["code","string"],["flag","boolean"],["x","integer"],["y","integer"],["z","string"]].map(([name,type])=>({name,type})) } }) });
const ids: string[] = [];
for (let i = 0; i < Number(process.argv[3]); i++) {
  const s = await storage().save(createReadStream(process.argv[2] ?? ""), { maxBytes: 1e10 });
  const f = await insertFile({ ownerId: "local", name: "m.csv", storageKey: s.key, bytes: s.bytes, sha256: s.sha256 });
  ids.push((await enqueueRun({ ctx, input: { fileId: f.id, rulesetId: "t" } })).validationId);
}
const t = Date.now();
for (const id of ids) for (;;) { const s = await readSnapshot(id); if (s?.status === "completed" || s?.status === "failed") { console.log(Date.now() - t, s.status, s.rows, s.kept, s.codes, s.errorCode); break; } await new Promise((r) => setTimeout(r, 300)); }
await producer().close(); await closeDb();
