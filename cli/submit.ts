import { basename } from "node:path";
import type { Priority } from "@/priority";
import { createBars, type FileBar } from "./bars";
import { type Client, createClient, type EnqueueInput, type Run } from "./client";
import { describeFailure } from "./describe-failure";
import { followRun } from "./follow";
import type { Interrupt } from "./interrupt";
import { pickRuleset } from "./pick-ruleset";
import { printResult } from "./print-result";
import type { Settings } from "./settings";
import { mustBeFile, uploadFile } from "./upload";
import { type ExitCode, exitCodeOf } from "./verdict";

export interface SubmitOptions {
  ruleset?: string;
  read: NonNullable<EnqueueInput["options"]>;
  keepHours?: number;
  priority?: Priority;
  json: boolean;
}

const atOnce = 3;

/** Uploads the files, follows their runs, and prints what came of each in the order given. Resolves to the exit code. */
export async function submit(
  settings: Settings,
  paths: string[],
  options: SubmitOptions,
  interrupt: Interrupt,
): Promise<ExitCode> {
  for (const path of paths) await mustBeFile(path);
  const client = createClient(settings);
  const ruleset = await pickRuleset(client, options.ruleset);
  const bars = createBars(settings, { quiet: options.json });
  interrupt.onStop(bars.stop);

  const outcomes = new Map<string, Run | { failure: unknown }>();
  const waiting = [...paths];
  async function work() {
    for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
      const bar = bars.add(basename(path));
      const asked = {
        ...ruleset,
        options: options.read,
        keepHours: options.keepHours,
        priority: options.priority,
      };
      outcomes.set(
        path,
        await check(client, settings, path, asked, bar, interrupt).catch((failure) => ({ failure })),
      );
      bar.done();
    }
  }
  await Promise.all(Array.from({ length: Math.min(atOnce, paths.length) }, work));
  bars.stop();

  let worst: ExitCode = 0;
  for (const path of paths) {
    const outcome = outcomes.get(path);
    if (outcome === undefined) continue;
    if ("failure" in outcome) {
      console.error(`facnet: ${basename(path)}: ${describeFailure(outcome.failure, settings)}`);
      worst = 2;
      continue;
    }
    await printResult(client, settings, outcome, options.json);
    const code = exitCodeOf(outcome);
    if (code > worst) worst = code;
  }
  return worst;
}

async function check(
  client: Client,
  settings: Settings,
  path: string,
  asked: Omit<EnqueueInput, "fileId">,
  bar: FileBar,
  interrupt: Interrupt,
): Promise<Run> {
  const fileId = await interrupt.during("upload", () => uploadFile(settings, { path, onProgress: bar.sent }));
  const { validationId: runId } = await client.runs.enqueue.mutate({ ...asked, fileId });
  await interrupt.during(runId, () => followRun(client, { runId, onEvent: bar.follow }));
  return client.runs.get.query({ runId });
}
