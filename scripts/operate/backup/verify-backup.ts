import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Stop } from "../../start/stop-with-message.mjs";
import { type Manifest, type Part, pathOfFile, pathOfTable } from "./manifest";
import { makeMeter } from "./write-privately";

/** Reads every byte of a backup. Throws a Stop that names the first part which is not what was written. */
export async function verifyBackup(folder: string, manifest: Manifest): Promise<void> {
  for (const table of manifest.tables) await verify(pathOfTable(folder, table.name), table);
  for (const file of manifest.files) await verify(pathOfFile(folder, file.key), file);
}

async function verify(path: string, { bytes, sha256 }: Part): Promise<void> {
  const meter = makeMeter();
  try {
    await pipeline(createReadStream(path), meter.pass.resume());
  } catch (cause) {
    throw new Stop(`The backup is damaged: ${path} cannot be read. Nothing was restored.`, { cause });
  }
  const found = meter.result();
  if (found.bytes !== bytes || found.sha256 !== sha256)
    throw new Stop(`The backup is damaged: ${path} is not what was written. Nothing was restored.`);
}
