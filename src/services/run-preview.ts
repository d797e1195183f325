import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker, type WorkerOptions } from "node:worker_threads";
import type { FromPreview, PreviewInput, PreviewResult } from "./preview-messages";

const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 24 };

/**
 * Validates a small file in a thread of its own, so that the pages of others are served meanwhile and a ruleset that takes
 * too long is stopped whatever it does. Settles once the thread has ended. Throws the signal's reason.
 */
export function runPreview(input: PreviewInput, signal: AbortSignal): Promise<PreviewResult> {
  signal.throwIfAborted();
  return new Promise((done, fail) => {
    const thread = openThread(input);
    let said: FromPreview | undefined;
    let problem: unknown;
    const stop = () => {
      problem ??= signal.reason;
      void thread.terminate();
    };
    signal.addEventListener("abort", stop, { once: true });
    thread.on("message", (message: FromPreview) => {
      said = message;
    });
    thread.on("error", (error) => {
      problem ??= new Error(`the preview broke off: ${error.name}`);
    });
    thread.on("exit", () => {
      signal.removeEventListener("abort", stop);
      if (problem) fail(problem);
      else if (said?.kind === "done") done(said.result);
      else fail(new Error(`the preview broke off: ${said?.name ?? "no result"}`));
    });
  });
}

function openThread(workerData: PreviewInput): Worker {
  const options: WorkerOptions = { workerData, resourceLimits, execArgv: [], name: "preview" };
  const built = resolve("dist", "web", "preview-thread.js");
  if (!import.meta.url.endsWith(".ts") && process.env.NODE_ENV === "production" && existsSync(built))
    return new Worker(built, options);
  // From source (development, tests): Node 20 does not hand a loader on to threads, so the thread installs its own.
  const source = JSON.stringify(pathToFileURL(resolve("src", "services", "preview-thread.ts")).href);
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(code, { ...options, eval: true });
}
