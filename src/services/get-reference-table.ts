import { findRuleset } from "@/db/find-ruleset";
import { readReferenceTable } from "@/db/read-reference-table";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { ReferenceTableRef } from "./inputs";

export interface ReferenceTableText {
  path: string;
  version: number;
  /** UTF-8, whatever the file was that it came as. */
  text: string;
}

/** One reference table of a version of a ruleset. Throws AppError `not-found`. */
export async function getReferenceTable({
  ctx,
  input,
}: Call<ReferenceTableRef>): Promise<ReferenceTableText> {
  const { path, ...ref } = input;
  const { ownerId } = ctx.actor;
  const ruleset = await findRuleset({ ...ref, ownerId });
  const sha256 = ruleset && Object.hasOwn(ruleset.tables, path) ? ruleset.tables[path] : undefined;
  const content = sha256 === undefined ? null : await readReferenceTable({ ownerId, sha256 });
  if (!ruleset || !content) throw new AppError("not-found", "There is no such table.");
  return { path, version: ruleset.version, text: Buffer.from(content).toString("utf8") };
}
