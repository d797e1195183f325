import { createReadStream } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { type Manifest, pathOfFile } from "./manifest";
import { writePrivately } from "./write-privately";

export const shelfOf = (dataDir: string) => join(dataDir, "files");

/** Copies the bytes of every file that the snapshot has. Throws when bytes differ from what was uploaded. */
export async function copyFiles(
  client: pg.Client,
  { dataDir, folder }: { dataDir: string; folder: string },
): Promise<{ files: Manifest["files"]; gone: number }> {
  const { rows } = await client.query<{ key: string; sha256: string }>(
    "SELECT storage_key AS key, sha256 FROM files WHERE removed_at IS NULL ORDER BY storage_key",
  );
  const files: Manifest["files"] = [];
  let gone = 0;
  for (const { key, sha256 } of rows) {
    try {
      const part = await writePrivately(
        pathOfFile(folder, key),
        createReadStream(join(shelfOf(dataDir), key)),
      );
      if (part.sha256 !== sha256) throw new Error(`The stored file ${key} is not what was uploaded.`);
      files.push({ key, ...part });
    } catch (error) {
      // Its worker died between the bytes and the note of it; the next sweep writes that.
      if (!isMissing(error)) throw error;
      gone += 1;
    }
  }
  return { files, gone };
}

const isMissing = (error: unknown) => error instanceof Error && "code" in error && error.code === "ENOENT";
