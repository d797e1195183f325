import { createBars } from "./bars";
import { createClient } from "./client";
import { followRun } from "./follow";
import type { Interrupt } from "./interrupt";
import { printResult } from "./print-result";
import type { Settings } from "./settings";
import { type ExitCode, exitCodeOf } from "./verdict";

/** Follows a run until it is final and prints what came of it. Resolves to the exit code. */
export async function watch(
  settings: Settings,
  runId: string,
  options: { json: boolean },
  interrupt: Interrupt,
): Promise<ExitCode> {
  const client = createClient(settings);
  const { fileName } = await client.runs.get.query({ runId });
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
