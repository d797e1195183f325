import { Worker, type WorkerOptions } from "node:worker_threads";
import type { CoreProgress, KeptFinding, ValidationSummary } from "@/core/validate-file";
import { AppError } from "@/errors";
import { AttemptError, describeError } from "./describe-error";
import { FromThread, type ThreadFailure, type ThreadInput, type ToThread } from "./thread-messages";

const graceMs = 5_000;

export interface ThreadHandlers {
  signal: AbortSignal;
  onProgress(progress: CoreProgress): void;
  /** The thread waits for the promise once two batches are unwritten. A rejection stops the thread. */
  onFindings(batch: KeptFinding[]): Promise<void>;
  /** The checks are over; findings may still wait to be written. */
  onValidated(summary: ValidationSummary): void;
}

/** Small heaps on purpose: two threads, their staging databases and the process itself share 350 MB. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 24 };

function openThread(workerData: ThreadInput): Worker {
  const options: WorkerOptions = { workerData, resourceLimits, execArgv: [], name: "validate" };
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./validate-thread.js", import.meta.url), options);
  }
  // From source (development, tests): Node 20 does not hand a loader on to threads, so the thread installs its own.
  const source = JSON.stringify(new URL("./validate-thread.ts", import.meta.url).href);
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(code, { ...options, eval: true });
}

function toError(failure: ThreadFailure): Error {
  return failure.app ? new AppError(failure.app.code, failure.app.message) : new AttemptError(failure);
}

/**
 * Validates one file in a thread of its own, so that the process stays free to renew job locks. Settles only after the thread
 * has ended, so its scratch folder may then be removed. Throws the signal's reason, an AppError, or an AttemptError.
 */
export function runInThread(
  input: ThreadInput,
  { signal, onProgress, onFindings, onValidated }: ThreadHandlers,
): Promise<ValidationSummary> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const thread = openThread(input);
    const send = (message: ToThread) => thread.postMessage(message);
    let summary: ValidationSummary | undefined;
    let problem: unknown;
    let writes = Promise.resolve();
    let deadline: NodeJS.Timeout | undefined;

    const endSoon = () => {
      deadline ??= setTimeout(() => void thread.terminate(), graceMs);
    };
    const stop = (reason: unknown) => {
      problem ??= reason;
      send({ kind: "abort" });
      endSoon();
    };
    const onAbort = () => stop(signal.reason);
    signal.addEventListener("abort", onAbort, { once: true });

    const store = (batch: KeptFinding[]) => {
      writes = writes.then(async () => {
        if (problem) return;
        await onFindings(batch).then(() => send({ kind: "ack" }), stop);
      });
    };
    thread.on("message", (raw: unknown) => {
      const message = FromThread.parse(raw);
      if (message.kind === "progress") return problem ? undefined : onProgress(message.progress);
      if (message.kind === "findings") return store(message.batch);
      if (message.kind === "failed") problem ??= toError(message.failure);
      else {
        summary = message.summary;
        if (!problem) onValidated(summary);
      }
      endSoon();
    });
    thread.on("error", (error) => {
      problem ??= new AttemptError(describeError(error));
    });
    thread.on("exit", async () => {
      clearTimeout(deadline);
      await writes;
      signal.removeEventListener("abort", onAbort);
      if (problem) reject(problem);
      else if (summary) resolve(summary);
      else reject(new AttemptError({ app: null, name: "ThreadExit", errno: null, frames: [] }));
    });
  });
}
