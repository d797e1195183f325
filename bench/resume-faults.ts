import { producer } from "@/queue/producer";
import type { Servers } from "../tests/chaos/faults";
import { insist } from "../tests/chaos/insist";
import type { WorkerProcess } from "../tests/faults/worker-process";

export interface ResumeFault {
  kind: string;
  /** What the struck worker loads, and its settings beside the usual. */
  preloads: string[];
  env: Record<string, string>;
  /** True when another worker must take the run. */
  needsAnother: boolean;
  /** Null when the fault is what the worker does to itself. */
  strike: ((worker: WorkerProcess) => Promise<void>) | null;
  /** Resolves when what else was struck is back. */
  isBack?: () => Promise<unknown>;
}

/** Holds the worker in mid-run, until the fault comes. */
const held = { preloads: ["halt-at.mjs"], env: { HALT_AT: "insert", HALT_SIGNAL: "SIGSTOP" } };

/** What is done to a run at work. */
export function resumeFaults({ restartPostgres, restartRedis }: Servers): ResumeFault[] {
  const restarted = (kind: string, restart: () => Promise<void>): ResumeFault => ({
    ...held,
    kind: `${kind} restarted`,
    needsAnother: false,
    async strike({ child }) {
      child.kill("SIGCONT");
      await restart();
    },
    isBack: () => insist(() => producer().counts()),
  });
  return [
    {
      ...held,
      kind: "worker killed",
      needsAnother: true,
      async strike(worker) {
        await worker.kill();
      },
    },
    { ...held, kind: "worker held still", needsAnother: true, strike: null },
    {
      kind: "worker told to stop, its time over",
      preloads: held.preloads,
      env: { ...held.env, STOP_SECONDS: "0" },
      needsAnother: true,
      async strike({ child }) {
        child.kill("SIGTERM");
        child.kill("SIGCONT");
      },
    },
    {
      kind: "validation thread ended",
      preloads: ["break-thread.mjs"],
      env: { BREAK_TIMES: "1" },
      needsAnother: false,
      strike: null,
    },
    restarted("PostgreSQL", () => restartPostgres("SIGINT", 0)),
    ...(restartRedis ? [restarted("Redis", () => restartRedis(0, true))] : []),
  ];
}
