import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Ruleset } from "@/core/schema/ruleset";
import { findRuleset } from "@/db/find-ruleset";
import { readReferenceTable } from "@/db/read-reference-table";
import type { Context } from "./context";

/**
 * Puts a ruleset's tables into a folder: those that came with the request, and for the others what the latest version of
 * that ruleset has. One that nobody sent is left out. Resolves to their places, by path.
 */
export async function placeTables(
  ctx: Context,
  { references = [], id }: Ruleset,
  sent: ReadonlyMap<string, Uint8Array>,
  scratchDir: string,
): Promise<Record<string, string>> {
  const places: Record<string, string> = {};
  if (references.length === 0) return places;
  const { ownerId } = ctx.actor;
  const latest = await findRuleset({ ownerId, id });
  const folder = join(scratchDir, "references");
  await mkdir(folder, { mode: 0o700 });
  for (const { path } of references) {
    const sha256 = latest?.tables[path];
    const content =
      sent.get(path) ?? (sha256 === undefined ? null : await readReferenceTable({ ownerId, sha256 }));
    if (!content) continue;
    places[path] = join(folder, path);
    await writeFile(places[path], content, { mode: 0o600 });
  }
  return places;
}
