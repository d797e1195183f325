import { enqueue, follow, saveRuleset, upload } from "./client";
import { typedFileSchema } from "./make-typed-file";

export const rulesetId = "bench";

/** Saves the ruleset that every measured run uses. */
export async function saveBenchRuleset(base: string): Promise<void> {
  await saveRuleset(base, { id: rulesetId, title: "Bench", schema: typedFileSchema });
}

/** Seconds from enqueue to the final snapshot, as a client sees it. The file is uploaded anew, since a completed run removes it. */
export async function timedRun(base: string, path: string): Promise<number> {
  const fileId = await upload(base, path, "bench.csv");
  const started = performance.now();
  const final = await follow(base, await enqueue(base, fileId, rulesetId));
  if (final.status !== "completed" || final.counts.error !== 0)
    throw new Error(`unexpected end: ${final.status}`);
  return (performance.now() - started) / 1000;
}
