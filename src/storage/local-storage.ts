import { createHash, randomUUID } from "node:crypto";
import { once } from "node:events";
import { createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, open, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";
import { env } from "@/env";
import { AppError } from "@/errors";

export interface SaveOptions {
  maxBytes: number;
  signal?: AbortSignal | undefined;
}

export interface SavedFile {
  key: string;
  bytes: number;
  sha256: string;
}

export interface Storage {
  /**
   * Streams bytes to the shelf under a generated key, counted and hashed on the way. Any failure keeps nothing.
   * Throws AppError `too-large` past `maxBytes`, and the signal's reason when it aborts.
   */
  save(stream: ReadableStream<Uint8Array> | Readable, options: SaveOptions): Promise<SavedFile>;
  /** Absolute path of the file, for readers that need one. */
  pathOf(key: string): string;
  open(key: string): Readable;
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
}

const keyForm = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The shelf: one folder of the data folder. */
export function storage(): Storage {
  return localStorageIn(join(env().DATA_DIR, "files"));
}

function localStorageIn(folder: string): Storage {
  const pathOf = (key: string) => {
    if (!keyForm.test(key)) throw new Error("a storage key must be one that save() gave");
    return join(folder, key);
  };
  return {
    pathOf,
    open: (key) => createReadStream(pathOf(key)),
    remove: (key) => rm(pathOf(key), { force: true }),
    exists: (key) =>
      access(pathOf(key)).then(
        () => true,
        () => false,
      ),
    async save(stream, { maxBytes, signal }) {
      signal?.throwIfAborted();
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const key = randomUUID();
      const partial = join(folder, `${key}.partial`);
      const meter = createMeter(maxBytes);
      try {
        const target = createWriteStream(partial, { flags: "wx", mode: 0o600, flush: true });
        // A stream that breaks at once must find a file to remove, not one that is made a moment later.
        await once(target, "open");
        await pipeline(toReadable(stream), meter.pass, target, { signal });
        signal?.throwIfAborted();
        await rename(partial, pathOf(key));
        await syncFolder(folder);
        return { key, ...meter.result() };
      } catch (error) {
        await rm(partial, { force: true });
        signal?.throwIfAborted();
        throw error;
      }
    },
  };

  function toReadable(stream: ReadableStream<Uint8Array> | Readable): Readable {
    return stream instanceof Readable ? stream : Readable.fromWeb(stream as NodeReadableStream<Uint8Array>);
  }
}

function createMeter(maxBytes: number) {
  const hash = createHash("sha256");
  let bytes = 0;
  const pass = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes)
        return done(
          new AppError("too-large", `The file is larger than the limit of ${maxBytes} bytes.`, {
            params: { maxBytes },
          }),
        );
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { pass, result: () => ({ bytes, sha256: hash.digest("hex") }) };
}

/** Makes a new name outlast a power cut; Windows does not open folders and needs none. */
async function syncFolder(folder: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(folder, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
