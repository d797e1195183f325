import { randomUUID } from "node:crypto";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { createBars } from "./bars";
import { exitCodeOfBatch } from "./batch-verdict";
import { createClient } from "./client";
import { describeFailure } from "./describe-failure";
import { followBatch } from "./follow-batch";
import type { Interrupt } from "./interrupt";
import { pickRuleset } from "./pick-ruleset";
import { printBatch } from "./print-batch";
import { printResult } from "./print-result";
import type { Settings } from "./settings";
import type { SubmitOptions } from "./submit";
import { textsOf } from "./texts";
import { uploadFile } from "./upload";
import type { ExitCode } from "./verdict";

const atOnce = 3;

/**
 * Uploads several files as one batch, follows all of them over one stream, and prints what came of each in the order
 * given, then of all. Resolves to the exit code.
 */
export async function submitBatch(
  settings: Settings,
  paths: string[],
  { ruleset, read, keepHours, priority, json }: SubmitOptions,
  interrupt: Interrupt,
): Promise<ExitCode> {
  const client = createClient(settings);
  const choice = await pickRuleset(client, ruleset);
  const sizes = await Promise.all(paths.map(async (path) => (await stat(path)).size));
  const batchId = randomUUID();
  await client.batches.create.mutate({
    ...choice,
    batchId,
    options: read,
    keepHours,
    priority,
    expectedFiles: paths.length,
    expectedBytes: sizes.reduce((sum, size) => sum + size, 0),
  });
  const bars = createBars(settings, { quiet: json });
  interrupt.onStop(bars.stop);
  // What has left is checked; the rest does not come.
  interrupt.onStop(() => client.batches.close.mutate({ batchId }));
  const bar = bars.add(textsOf(settings.lang).batch);

  const runIds = new Map<number, string>();
  const failures = new Map<number, unknown>();
  const waiting = [...paths.entries()];
  async function send() {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [at, path] = next;
      const upload = bars.add(basename(path));
      try {
        const fileId = await interrupt.during("upload", () =>
          uploadFile(settings, { path, onProgress: upload.sent }),
        );
        const { validationIds } = await client.batches.add.mutate({ batchId, fileIds: [fileId] });
        const [runId] = validationIds;
        if (runId) runIds.set(at, runId);
      } catch (failure) {
        failures.set(at, failure);
      }
      upload.done();
    }
  }
  try {
    await interrupt.during(batchId, async () => {
      const followed = followBatch(client, { batchId, onEvent: bar.followBatch });
      followed.catch(() => {}); // waited for below
      await Promise.all(Array.from({ length: Math.min(atOnce, paths.length) }, send));
      if (failures.size > 0) await client.batches.close.mutate({ batchId });
      await followed;
    });
  } finally {
    bar.done();
    bars.stop();
  }

  for (const [at, path] of paths.entries()) {
    const runId = runIds.get(at);
    if (runId) await printResult(client, settings, await client.runs.get.query({ runId }), json);
    else console.error(`facnet: ${basename(path)}: ${describeFailure(failures.get(at), settings)}`);
  }
  const batch = await client.batches.get.query({ batchId });
  printBatch(settings, batch, json);
  return exitCodeOfBatch(batch);
}
