import { draftRuleset } from "@/core/infer/draft-ruleset";
import { draftYaml } from "@/core/infer/draft-yaml";
import { AppError } from "@/errors";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { DraftRulesetInput } from "./inputs";

export interface DraftedRuleset {
  /** Name to save it under. */
  fileName: string;
  /** The document with its remarks, as YAML. */
  yaml: string;
}

/**
 * Drafts a ruleset from the profile of a completed run's columns. Nothing is stored. Throws AppError `not-found`, and
 * `conflict` when the run has no profile (yet).
 */
export async function inferRuleset({ ctx, input }: Call<DraftRulesetInput>): Promise<DraftedRuleset> {
  const { report, fileName } = await findOwnRun(ctx, input.runId);
  const draft = report && draftRuleset({ ...report, fileName, rows: report.records - report.rowsRefused });
  if (!draft) throw new AppError("conflict", "The run has no profile of columns to draft a ruleset from.");
  return { fileName: `${draft.ruleset.id}.yaml`, yaml: draftYaml(draft, input.lang) };
}
