import { enqueue, follow, saveRuleset, upload } from "./client";
import { keyRuleset, plantedWarnings, setsRuleset } from "./typed-rulesets";

/** How one measured run went, in seconds as a client sees them. */
export interface TimedRun {
  upload: number;
  /** From enqueue to the final snapshot. */
  run: number;
}

export type BenchRuleset = typeof keyRuleset;

/** Saves the rulesets that the measured runs use. */
export async function saveBenchRulesets(base: string): Promise<void> {
  for (const ruleset of [keyRuleset, setsRuleset]) await saveRuleset(base, ruleset);
}

/** One run of a typed file. It is uploaded anew, since a completed run removes it. */
export async function timedRun(base: string, path: string, ruleset: BenchRuleset): Promise<TimedRun> {
  const started = performance.now();
  const fileId = await upload(base, path, "bench.csv");
  const uploaded = performance.now();
  await runOf(base, fileId, ruleset);
  return { upload: (uploaded - started) / 1000, run: (performance.now() - uploaded) / 1000 };
}

/** Enqueues an uploaded typed file and waits for its end; throws when the end is not what the file and the ruleset give. */
export async function runOf(base: string, fileId: string, ruleset: BenchRuleset): Promise<void> {
  const final = await follow(base, await enqueue(base, fileId, ruleset.id));
  const { status, counts } = final;
  const warnings = ruleset === setsRuleset ? plantedWarnings : 0;
  if (status !== "completed" || counts.error !== 0 || counts.warning !== warnings)
    throw new Error(`unexpected end: ${status}, ${JSON.stringify(counts)}`);
}
