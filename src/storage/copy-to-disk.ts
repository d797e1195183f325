import { createWriteStream } from "node:fs";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/errors";
import type { PlaceOptions, SavedFile } from "./contract";
import { freeSpace } from "./free-space";
import { makeMeter } from "./meter";
import { StorageFault } from "./storage-fault";

/**
 * Writes the bytes that `open` gives to a file in `into` and resolves to its path. Throws StorageFault `ENOSPC` when the disk
 * has no room for them, and `Mismatch` when they are not those that were saved.
 */
export async function copyToDisk(
  open: () => Promise<Readable>,
  { bytes, sha256 }: SavedFile,
  { into, signal, onBytes }: PlaceOptions,
): Promise<string> {
  if ((await freeSpace()) < bytes) throw new StorageFault("ENOSPC");
  const path = join(into, "file.csv");
  const meter = makeMeter(bytes, onBytes);
  const source = await open();
  const target = createWriteStream(path, { flags: "wx", mode: 0o600 });
  try {
    await pipeline(source, meter.pass, target, signal ? { signal } : {});
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof AppError) throw new StorageFault("Mismatch");
    throw isDiskFull(error) ? new StorageFault("ENOSPC") : error;
  }
  const copied = meter.result();
  if (copied.bytes !== bytes || copied.sha256 !== sha256) throw new StorageFault("Mismatch");
  return path;
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOSPC";
}
