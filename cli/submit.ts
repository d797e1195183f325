import { basename } from "node:path";
import type { Priority } from "@/priority";
import { createBars } from "./bars";
import { createClient, type EnqueueInput } from "./client";
import { describeFailure } from "./describe-failure";
import { followRun } from "./follow";
import type { Interrupt } from "./interrupt";
import { pickRuleset } from "./pick-ruleset";
import { printResult } from "./print-result";
import type { Settings } from "./settings";
import { submitBatch } from "./submit-batch";
import { mustBeFile, uploadFile } from "./upload";
import { type ExitCode, exitCodeOf } from "./verdict";

export interface SubmitOptions {
  ruleset?: string;
  read: NonNullable<EnqueueInput["options"]>;
  keepHours?: number;
  priority?: Priority;
  json: boolean;
}

/** Uploads a file, or several as a batch, follows it, and prints what came of it. Resolves to the exit code. */
export async function submit(
  settings: Settings,
  paths: string[],
  options: SubmitOptions,
  interrupt: Interrupt,
): Promise<ExitCode> {
  for (const path of paths) await mustBeFile(path);
  const [path] = paths;
  if (path === undefined || paths.length > 1) return submitBatch(settings, paths, options, interrupt);
  const client = createClient(settings);
  const ruleset = await pickRuleset(client, options.ruleset);
  const bars = createBars(settings, { quiet: options.json });
  interrupt.onStop(bars.stop);
  const bar = bars.add(basename(path));
  const { read, keepHours, priority } = options;
  try {
    const fileId = await interrupt.during("upload", () =>
      uploadFile(settings, { path, onProgress: bar.sent }),
    );
    const asked = { ...ruleset, fileId, options: read, keepHours, priority };
    const { validationId: runId } = await client.runs.enqueue.mutate(asked);
    await interrupt.during(runId, () => followRun(client, { runId, onEvent: bar.follow }));
    bar.done();
    bars.stop();
    const run = await client.runs.get.query({ runId });
    await printResult(client, settings, run, options.json);
    return exitCodeOf(run);
  } catch (failure) {
    bars.stop();
    console.error(`facnet: ${basename(path)}: ${describeFailure(failure, settings)}`);
    return 2;
  }
}
