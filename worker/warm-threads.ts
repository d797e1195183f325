import { Worker, type WorkerOptions } from "node:worker_threads";

/** Small heaps on purpose: two threads, their staging databases and the process itself share 350 MB. */
const resourceLimits = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 24 };

/** A larger file leaves a larger heap behind than a new thread costs. */
const reuseUpToBytes = 16 * 2 ** 20;

/** Threads that have loaded their code, or are about to, and have no run, each with what forgets it at its end. */
const idle = new Map<Worker, () => void>();

function openThread(): Worker {
  const options: WorkerOptions = { resourceLimits, execArgv: [], name: "validate" };
  if (!import.meta.url.endsWith(".ts")) {
    return new Worker(new URL("./validate-thread.js", import.meta.url), options);
  }
  // From source (development, tests): Node 20 does not hand a loader on to threads, so the thread installs its own.
  const source = JSON.stringify(new URL("./validate-thread.ts", import.meta.url).href);
  const code = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); })`;
  return new Worker(code, { ...options, eval: true });
}

function rest(thread: Worker): void {
  const forget = () => void idle.delete(thread);
  idle.set(thread, forget);
  thread.on("error", forget).on("exit", forget).unref();
}

/** Loading the code takes as long as validating some ten thousand rows: one thread does it before a run asks. */
export function keepOneWarm(): void {
  if (idle.size === 0) rest(openThread());
}

/** A thread for one run; it is the caller's until `giveBack` or its end. */
export function takeThread(): Worker {
  const [waiting] = idle;
  if (!waiting) return openThread();
  const [thread, forget] = waiting;
  idle.delete(thread);
  thread.off("error", forget).off("exit", forget).ref();
  return thread;
}

/** Takes a thread back that has ended its run well and has no message under way. */
export function giveBack(thread: Worker, validatedBytes: number): void {
  if (validatedBytes <= reuseUpToBytes) rest(thread);
  else void thread.terminate();
  keepOneWarm();
}
