import { expect, vi } from "vitest";
import { pool } from "@/db/client";
import { findRun } from "@/db/find-run";
import { saveRuleset } from "@/db/save-ruleset";
import { enqueueRun } from "@/services/enqueue-run";
import { uploadFile } from "@/services/upload-file";
import { makeRandom } from "../../rulesets/generate/random";
import { chaosFile, chaosRuleset } from "../chaos/chaos-file";

export const ownerId = "local";
export const ctx = { actor: { ownerId, name: "tester" } };
export const soon = { timeout: 60_000, interval: 50 };

const rows = 30_000;

/** A file with work in all four stages: wrong cells, missing ones, and keys that come twice. */
export const fileText = chaosFile(makeRandom(11), { from: rows, to: rows });

/** Uploads the file; its run is not enqueued. */
export async function upload(name = "claims.csv", text = fileText): Promise<string> {
  await saveRuleset({ ownerId, ruleset: chaosRuleset });
  return (await uploadFile({ ctx, input: { name, body: new Blob([text]).stream() } })).fileId;
}

/** Uploads the file and enqueues its run. */
export async function submit(name?: string, text?: string): Promise<string> {
  const fileId = await upload(name, text);
  return (await enqueueRun({ ctx, input: { fileId, rulesetId: chaosRuleset.id } })).validationId;
}

export async function runOf(runId: string) {
  const run = await findRun({ ownerId, runId });
  if (!run) throw new Error("the run is gone");
  return run;
}

export function untilCompleted(...runIds: string[]): Promise<void> {
  return vi.waitFor(async () => {
    for (const runId of runIds) expect(await runOf(runId)).toMatchObject({ status: "completed" });
  }, soon);
}

/** All that is stored of a run and does not tell one validation of a file from another, as text. */
export async function contentOf(runId: string): Promise<string[]> {
  const { rows: found } = await pool().query<{ text: string }>(
    `SELECT concat('finding ', to_jsonb(t) - 'id' - 'validation_run_id') AS text
       FROM validation_results t WHERE validation_run_id = $1
     UNION ALL SELECT concat('total ', to_jsonb(t) - 'validation_run_id')
       FROM validation_totals t WHERE validation_run_id = $1
     UNION ALL SELECT concat('row ', to_jsonb(t) - 'validation_run_id')
       FROM validation_rows t WHERE validation_run_id = $1
     UNION ALL SELECT concat('rows ', to_jsonb(t) - 'validation_run_id')
       FROM validation_row_sets t WHERE validation_run_id = $1
     UNION ALL SELECT concat('run ', jsonb_build_object('status', status, 'stage', stage, 'progress', progress,
         'bytes', bytes_read, 'rows', rows, 'errorRows', error_rows, 'errors', error_count,
         'warnings', warning_count, 'infos', info_count, 'kept', kept_findings, 'codes', code_counts, 'report', report))
       FROM validation_runs WHERE id = $1`,
    [runId],
  );
  return found.map(({ text }) => text).sort();
}
