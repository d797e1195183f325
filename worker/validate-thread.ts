import { getPriority, setPriority } from "node:os";
import { parentPort } from "node:worker_threads";
import { validateFile } from "@/core/validate-file";
import { describeError } from "./describe-error";
import { type FromThread, type ThreadInput, ToThread } from "./thread-messages";

/** On Linux this slows the one thread down in favour of the rest, page and lock renewal included; elsewhere it would be the whole process. */
function giveWay(): void {
  if (process.platform === "linux") setPriority(Math.min(19, getPriority() + 10));
}

/** Batches of findings that may wait for the database before the validation itself waits. */
const unacknowledgedBatches = 2;

type Port = NonNullable<typeof parentPort>;

/** One run: the owner of the thread sends `ack` and `abort` for it until it is done or has failed. */
function begin(port: Port, input: ThreadInput): (message: ToThread) => void {
  const stop = new AbortController();
  const waiting: (() => void)[] = [];
  let unacknowledged = 0;
  const post = (message: FromThread) => port.postMessage(message);
  const wake = () => {
    for (const resume of waiting.splice(0)) resume();
  };
  stop.signal.addEventListener("abort", wake);

  validateFile({
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
  }).then(
    (summary) => post({ kind: "done", summary }),
    (error: unknown) => post({ kind: "failed", failure: describeError(error) }),
  );

  return (message) => {
    if (message.kind === "abort") return stop.abort();
    unacknowledged -= 1;
    wake();
  };
}

/** The thread has one run at a time, and may be given another afterwards. */
function serve(port: Port): void {
  let tell: ((message: ToThread) => void) | undefined;
  port.on("message", (raw: unknown) => {
    const message = ToThread.parse(raw);
    if (message.kind === "start") tell = begin(port, message.input);
    else tell?.(message);
  });
}

if (parentPort) {
  giveWay();
  serve(parentPort);
}
