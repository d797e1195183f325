import { randomUUID } from "node:crypto";
import { databaseNow } from "./clock";
import { type FileView, toFileView } from "./file-view";
import { RulesetTables } from "./ruleset-view";
import { nothingRead } from "./run-counters";
import { RunOptions } from "./run-options";
import { type RunView, toRunView } from "./run-view";
import { inTransaction } from "./transaction";
import { updateRun } from "./update-run";
import { wipeFindings } from "./wipe-findings";

export interface ClaimedRun {
  /** Every later write of the attempt must show it. */
  claim: string;
  run: RunView & { options: RunOptions };
  file: FileView;
  /** The ruleset's document, for `parseRuleset`; null when the run has none. */
  ruleset: unknown;
  /** Its reference tables. */
  tables: RulesetTables;
}

/**
 * Takes a queued run, or takes over one whose attempt died: earlier findings go, counters start at zero, and writes
 * under an earlier claim find nothing. Returns null when the run is final or gone.
 */
export async function claimRun(input: { runId: string; attempt: number }): Promise<ClaimedRun | null> {
  const { runId, attempt } = input;
  const claim = randomUUID();
  return inTransaction(async (tx) => {
    const snapshot = await updateRun(
      { id: runId, status: { in: ["queued", "processing"] } },
      {
        ...nothingRead,
        status: "processing",
        stage: "parse",
        attempt,
        claim,
        // Stays until the run ends: a later attempt tells why the one before did not finish.
        errorMessage: null,
        startedAt: await databaseNow(),
        finishedAt: null,
      },
      tx,
    );
    if (!snapshot) return null;
    await wipeFindings(tx, runId);
    const row = await tx.validationRun.findUniqueOrThrow({ where: { id: runId }, include: { file: true } });
    const { rulesetId: id, rulesetVersion: version, ownerId } = row;
    const ruleset =
      id === null || version === null
        ? null
        : await tx.ruleset.findUniqueOrThrow({ where: { ownerId_id_version: { ownerId, id, version } } });
    return {
      claim,
      run: { ...toRunView(row), options: RunOptions.parse(row.options) },
      file: toFileView(row.file),
      ruleset: ruleset?.document ?? null,
      tables: RulesetTables.parse(ruleset?.tables ?? {}),
    };
  });
}
