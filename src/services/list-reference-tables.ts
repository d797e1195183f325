import { findRuleset } from "@/db/find-ruleset";
import { measureReferenceTables } from "@/db/measure-reference-tables";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { RulesetRef } from "./inputs";

export interface KeptTable {
  path: string;
  sha256: string;
  bytes: number;
  rows: number;
}

/** The reference tables of one version of a ruleset, by path. Throws AppError `not-found`. */
export async function listReferenceTables({ ctx, input }: Call<RulesetRef>): Promise<KeptTable[]> {
  const { ownerId } = ctx.actor;
  const ruleset = await findRuleset({ ...input, ownerId });
  if (!ruleset) throw new AppError("not-found", "There is no such ruleset.");
  const tables = Object.entries(ruleset.tables);
  const sizes = await measureReferenceTables({ ownerId, sha256s: tables.map(([, sha256]) => sha256) });
  return tables
    .map(([path, sha256]) => ({ path, sha256, ...(sizes.get(sha256) ?? { bytes: 0, rows: 0 }) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
