import { createBars } from "./bars";
import { exitCodeOfBatch } from "./batch-verdict";
import { createClient } from "./client";
import { followBatch } from "./follow-batch";
import type { Interrupt } from "./interrupt";
import { printBatch, printBatchRuns } from "./print-batch";
import type { Settings } from "./settings";
import type { ExitCode } from "./verdict";

/** Follows a batch until it has ended and prints what came of each file and of all. Resolves to the exit code. */
export async function watchBatch(
  settings: Settings,
  batchId: string,
  { json }: { json: boolean },
  interrupt: Interrupt,
): Promise<ExitCode> {
  const client = createClient(settings);
  const { name } = await client.batches.get.query({ batchId });
  const bars = createBars(settings, { quiet: json });
  interrupt.onStop(bars.stop);
  const bar = bars.add(name ?? batchId);
  try {
    await interrupt.during(batchId, () => followBatch(client, { batchId, onEvent: bar.followBatch }));
  } finally {
    bar.done();
    bars.stop();
  }
  const [batch, runs] = await Promise.all([
    client.batches.get.query({ batchId }),
    client.batches.runs.query({ batchId }),
  ]);
  printBatchRuns(settings, runs, json);
  printBatch(settings, batch, json);
  return exitCodeOfBatch(batch);
}
