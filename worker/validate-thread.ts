import { getPriority, setPriority } from "node:os";
import { parentPort, workerData } from "node:worker_threads";
import { validateFile } from "@/core/validate-file";
import { describeError } from "./describe-error";
import { type FromThread, type ThreadInput, ToThread } from "./thread-messages";

/** On Linux this slows the one thread down in favour of the rest, page and lock renewal included; elsewhere it would be the whole process. */
function giveWay(): void {
  if (process.platform === "linux") setPriority(Math.min(19, getPriority() + 10));
}

/** Batches of findings that may wait for the database before the validation itself waits. */
const unacknowledgedBatches = 2;

async function main(port: NonNullable<typeof parentPort>, input: ThreadInput): Promise<void> {
  const stop = new AbortController();
  const waiting: (() => void)[] = [];
  let unacknowledged = 0;
  const post = (message: FromThread) => port.postMessage(message);
  const wake = () => {
    for (const resume of waiting.splice(0)) resume();
  };
  stop.signal.addEventListener("abort", wake);
  port.on("message", (raw: unknown) => {
    const message = ToThread.parse(raw);
    if (message.kind === "abort") return stop.abort();
    unacknowledged -= 1;
    wake();
  });

  try {
    const summary = await validateFile({
      ...input,
      signal: stop.signal,
      onProgress: (progress) => post({ kind: "progress", progress }),
      async onFindings(batch) {
        while (unacknowledged >= unacknowledgedBatches && !stop.signal.aborted) {
          await new Promise<void>((resume) => waiting.push(resume));
        }
        stop.signal.throwIfAborted();
        unacknowledged += 1;
        post({ kind: "findings", batch });
      },
    });
    post({ kind: "done", summary });
  } catch (error) {
    post({ kind: "failed", failure: describeError(error) });
  } finally {
    port.close();
  }
}

if (parentPort) {
  giveWay();
  await main(parentPort, workerData);
}
