import { createBars } from "./bars";
import { watchBatch } from "./batch";
import { createClient } from "./client";
import { followRun } from "./follow";
import type { Interrupt } from "./interrupt";
import { printResult } from "./print-result";
import type { Settings } from "./settings";
import { type ExitCode, exitCodeOf } from "./verdict";

/** Follows a run, or a batch, until it has ended and prints what came of it. Resolves to the exit code. */
export async function watch(
  settings: Settings,
  runId: string,
  options: { json: boolean },
  interrupt: Interrupt,
): Promise<ExitCode> {
  const client = createClient(settings);
  let fileName: string;
  try {
    fileName = (await client.runs.get.query({ runId })).fileName;
  } catch (error) {
    const isBatch = await client.batches.get.query({ batchId: runId }).then(
      () => true,
      () => false,
    );
    if (isBatch) return watchBatch(settings, runId, options, interrupt);
    throw error;
  }
  const bars = createBars(settings, { quiet: options.json });
  interrupt.onStop(bars.stop);
  const bar = bars.add(fileName);
  try {
    await interrupt.during(runId, () => followRun(client, { runId, onEvent: bar.follow }));
  } finally {
    bar.done();
    bars.stop();
  }
  const run = await client.runs.get.query({ runId });
  await printResult(client, settings, run, options.json);
  return exitCodeOf(run);
}
