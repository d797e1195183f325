import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { type Check, check } from "@/check";
import type { SavedFile, Storage } from "./contract";
import { storage } from "./storage";
import { isStorageFault } from "./storage-fault";

/** Two parts of a multipart upload. */
const probeBytes = 6 * 1024 ** 2;
const rights = "Give the key the rights that docs/OPERATIONS.md lists under Several machines.";

const fixes: Record<string, string> = {
  NoSuchBucket: "Create the bucket, or mend S3_BUCKET: the service makes none.",
  InvalidAccessKeyId: "Mend S3_ACCESS_KEY_ID: the server knows no such key.",
  SignatureDoesNotMatch: "Mend S3_SECRET_ACCESS_KEY; a clock that is wrong by minutes looks the same.",
  RequestTimeTooSkewed: "Set this machine's clock.",
  CredentialsProviderError: "Set S3_ACCESS_KEY_ID and S3_SECRET_ACCESS_KEY, or give this machine a role.",
  AccessDenied: rights,
  PermanentRedirect: "Set S3_REGION to the region of the bucket.",
  AuthorizationHeaderMalformed: "Set S3_REGION to the region of the bucket.",
  ECONNREFUSED: "Start the server, and check host and port of S3_ENDPOINT.",
  ENOTFOUND:
    "Check the host of S3_ENDPOINT; a server that knows no bucket names as hosts needs S3_FORCE_PATH_STYLE=true.",
  TimeoutError: "Check the host of S3_ENDPOINT and the firewall: nothing answers there.",
  EACCES: "Let the user of the service write to DATA_DIR.",
  ENOSPC: "Make room on the disk of DATA_DIR.",
};

/** Keeps a probe on the shelf in use, reads it back and removes it, one finding at a time; stops where the rest needs it. */
export async function* checkStorage(): AsyncGenerator<Check> {
  const shelf = storage();
  const reached = await look("reach", async () => {
    await shelf.check();
    return "it answers";
  });
  yield reached;
  if (!reached.ok) return;
  let saved: SavedFile | undefined;
  const probe = randomBytes(probeBytes);
  yield await look("write", async () => {
    saved = await shelf.save(Readable.from([probe]), { maxBytes: probeBytes });
    return `${probeBytes} bytes kept, in parts where the store has parts`;
  });
  if (saved) yield* lookAtFile(shelf, saved);
  yield await look("list unfinished uploads", async () => {
    await shelf.dropUnfinished(new Date(0));
    return "the sweep may list them";
  });
}

async function* lookAtFile(shelf: Storage, saved: SavedFile): AsyncGenerator<Check> {
  yield await look("read back", async () => {
    const hash = createHash("sha256");
    for await (const chunk of await shelf.open(saved.key)) hash.update(chunk);
    if (hash.digest("hex") !== saved.sha256) throw new Error("other bytes came back");
    return "the same bytes came back";
  });
  yield await look("list", async () => {
    for await (const batch of shelf.keys())
      if (batch.some(({ key }) => key === saved.key)) return "it is listed";
    throw new Error("it is not listed");
  });
  yield await look("remove", async () => {
    await shelf.remove(saved.key);
    if (await shelf.exists(saved.key)) throw new Error("it is still there");
    return "it is gone";
  });
}

/** A cross of the shelf's own fault says what to do about that fault. */
async function look(name: string, work: () => Promise<string>): Promise<Check> {
  let fix = rights;
  const found = async () => {
    try {
      return { ok: true, found: await work() };
    } catch (error) {
      if (isStorageFault(error)) fix = fixes[error.code] ?? rights;
      throw error;
    }
  };
  const { ok, ...rest } = await check({ name, fix, look: found });
  return { ...rest, ok, fix: ok ? "" : fix };
}
