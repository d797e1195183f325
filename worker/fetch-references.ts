import { randomUUID } from "node:crypto";
import { mkdir, rename, rm, utimes, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readReferenceTable } from "@/db/read-reference-table";
import { env } from "@/env";

export const referencesFolder = () => join(env().DATA_DIR, "references");

/**
 * Puts a ruleset's tables on this machine's disk, each content once, and resolves to their places by path. A file is whole
 * or not there: attempts side by side may both write it. Its time says when it was last asked for.
 */
export async function fetchReferences(
  tables: Readonly<Record<string, string>>,
  ownerId: string,
): Promise<Record<string, string>> {
  const places: Record<string, string> = {};
  for (const [path, sha256] of Object.entries(tables)) {
    const place = join(referencesFolder(), `${sha256}.csv`);
    if (!(await isThere(place))) {
      const content = await readReferenceTable({ ownerId, sha256 });
      // Without its content the rules over it are told as not run.
      if (!content) continue;
      await writeWhole(place, content);
    }
    places[path] = place;
  }
  return places;
}

async function isThere(place: string): Promise<boolean> {
  const now = new Date();
  try {
    await utimes(place, now, now);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

async function writeWhole(place: string, content: Uint8Array): Promise<void> {
  await mkdir(referencesFolder(), { recursive: true, mode: 0o700 });
  const part = `${place}.${randomUUID()}.part`;
  try {
    await writeFile(part, content, { mode: 0o600 });
    await rename(part, place);
  } catch (error) {
    await rm(part, { force: true });
    throw error;
  }
}
