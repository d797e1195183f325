import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { constants, createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { AppError } from "@/errors";
import type { Storage, StoredKey } from "./contract";
import { makeMeter } from "./meter";
import { StorageFault } from "./storage-fault";
import { checkStorageKey, isStorageKey } from "./storage-key";
import { toReadable } from "./to-readable";

const suffix = ".partial";
const batchOf = 1000;
/** What the disk refuses, while all else that breaks a save is the sender's. */
const ofDisk = new Set(["ENOSPC", "EDQUOT", "EROFS", "EACCES", "EPERM", "EIO"]);

/** A shelf that is a folder of this machine, or one that all machines mount. */
export function localStorage(folder: string): Storage {
  const mark = `${folder}.owner`;
  const pathOf = (key: string) => join(folder, checkStorageKey(key));
  const exists = (key: string) =>
    access(pathOf(key)).then(
      () => true,
      () => false,
    );
  const mustExist = async (key: string) => {
    if (!(await exists(key))) throw new AppError("file-gone", "The file is no longer kept.");
  };
  return {
    exists,
    remove: (key) => rm(pathOf(key), { force: true }),
    async open(key) {
      await mustExist(key);
      return createReadStream(pathOf(key));
    },
    async place({ key }) {
      await mustExist(key);
      return pathOf(key);
    },
    async save(stream, { maxBytes, signal }) {
      signal?.throwIfAborted();
      const key = randomUUID();
      const partial = join(folder, `${key}${suffix}`);
      const meter = makeMeter(maxBytes);
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
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
        const code = error instanceof Error && "code" in error ? String(error.code) : "";
        throw ofDisk.has(code) ? new StorageFault(code) : error;
      }
    },
    async claim(owner) {
      await mkdir(dirname(folder), { recursive: true });
      await writeFile(mark, owner, { flag: "wx", mode: 0o600 }).catch((error: unknown) => {
        if (!(error instanceof Error && "code" in error && error.code === "EEXIST")) throw error;
      });
      return (await readFile(mark, "utf8")) === owner;
    },
    async *keys() {
      const names = (await namesIn(folder)).filter(isStorageKey);
      for (let at = 0; at < names.length; at += batchOf) {
        const batch: StoredKey[] = [];
        for (const key of names.slice(at, at + batchOf)) {
          const seen = await stat(join(folder, key)).catch(() => null);
          if (seen?.isFile()) batch.push({ key, savedAt: seen.mtime });
        }
        yield batch;
      }
    },
    async dropUnfinished(before) {
      let dropped = 0;
      for (const name of await namesIn(folder)) {
        if (!name.endsWith(suffix) || !isStorageKey(name.slice(0, -suffix.length))) continue;
        const seen = await stat(join(folder, name)).catch(() => null);
        if (!seen || seen.mtime >= before) continue;
        await rm(join(folder, name), { force: true });
        dropped += 1;
      }
      return dropped;
    },
    async check() {
      try {
        await mkdir(folder, { recursive: true, mode: 0o700 });
        await access(folder, constants.R_OK | constants.W_OK);
      } catch (error) {
        const code = error instanceof Error && "code" in error ? String(error.code) : "unknown";
        throw new StorageFault(code);
      }
    },
  };
}

const namesIn = (folder: string) => readdir(folder).catch(() => []);

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
