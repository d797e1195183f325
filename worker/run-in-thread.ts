import { AsyncResource } from "node:async_hooks";
import type { CoreProgress, KeptFinding, ValidationSummary } from "@/core/validate-file";
import { AppError } from "@/errors";
import { AttemptError, describeError } from "./describe-error";
import { FromThread, type ThreadFailure, type ThreadInput, type ToThread } from "./thread-messages";
import { giveBack, keepOneWarm, takeThread } from "./warm-threads";

const graceMs = 5_000;

export interface ThreadHandlers {
  signal: AbortSignal;
  onProgress(progress: CoreProgress): void;
  /** The thread waits for the promise once two batches are unwritten. A rejection stops the thread. */
  onFindings(batch: KeptFinding[]): Promise<void>;
  /** The checks are over; findings may still wait to be written. */
  onValidated(summary: ValidationSummary): void;
}

function toError(failure: ThreadFailure): Error {
  return failure.app ? new AppError(failure.app.code, failure.app.message) : new AttemptError(failure);
}

/**
 * Validates one file in a thread of its own, so that the process stays free to renew job locks. Settles only after the thread
 * has let go of the run, so its scratch folder may then be removed. Throws the signal's reason, an AppError, or an AttemptError.
 */
export function runInThread(
  input: ThreadInput,
  { signal, onProgress, onFindings, onValidated }: ThreadHandlers,
): Promise<ValidationSummary> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const thread = takeThread();
    const send = (message: ToThread) => thread.postMessage(message);
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
    const endWell = async (result: ValidationSummary) => {
      if (!problem) onValidated(result);
      await writes;
      signal.removeEventListener("abort", onAbort);
      if (problem) return thread.terminate();
      thread.off("message", onMessage).off("error", onError).off("exit", onExit);
      resolve(result);
      // The end of the run is under way first: to open another thread blocks this one for a moment.
      setImmediate(() => giveBack(thread, input.bytes));
    };
    // A thread that was warmed earlier would call back within the work that warmed it: lines and spans of another run.
    const onMessage = AsyncResource.bind((raw: unknown) => {
      const message = FromThread.parse(raw);
      if (message.kind === "progress") return problem ? undefined : onProgress(message.progress);
      if (message.kind === "findings") return store(message.batch);
      if (message.kind === "done") return void endWell(message.summary);
      problem ??= toError(message.failure);
      void thread.terminate();
    });
    const onError = (error: unknown) => {
      problem ??= new AttemptError(describeError(error));
    };
    const onExit = AsyncResource.bind(async () => {
      clearTimeout(deadline);
      await writes;
      signal.removeEventListener("abort", onAbort);
      keepOneWarm();
      reject(problem ?? new AttemptError({ app: null, name: "ThreadExit", errno: null, frames: [] }));
    });
    thread.on("message", onMessage).on("error", onError).on("exit", onExit);
    send({ kind: "start", input });
  });
}
