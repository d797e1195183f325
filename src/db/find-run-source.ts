import { db } from "./client";
import { type FileView, toFileView } from "./file-view";
import { RunOptions } from "./run-options";

export interface RunSource {
  file: FileView;
  options: RunOptions;
  /** The ruleset's document, for `parseRuleset`; null when the run has none. */
  ruleset: unknown;
}

/** What a run was made of: its file, how it was read, and what it was checked against. Null for no such run. */
export async function findRunSource(input: { ownerId: string; runId: string }): Promise<RunSource | null> {
  const row = await db().validationRun.findFirst({
    where: { id: input.runId, ownerId: input.ownerId },
    include: { file: true },
  });
  if (!row) return null;
  const { ownerId, rulesetId: id, rulesetVersion: version } = row;
  const ruleset =
    id === null || version === null
      ? null
      : await db().ruleset.findUnique({ where: { ownerId_id_version: { ownerId, id, version } } });
  return {
    file: toFileView(row.file),
    options: RunOptions.parse(row.options),
    ruleset: ruleset?.document ?? null,
  };
}
