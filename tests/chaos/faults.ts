import type { Random } from "../../rulesets/generate/random";
import { serverFaults } from "./server-faults";
import type { Tally } from "./tally";
import type { Watchers } from "./watchers";
import type { WebSeat } from "./web-seat";
import { workerFaults } from "./worker-faults";
import type { WorkerPool } from "./worker-pool";

export interface Servers {
  /** Ends PostgreSQL by that signal and starts it again with what it had. */
  restartPostgres(signal: "SIGINT" | "SIGKILL", awayMs: number): Promise<void>;
  /** Stops Redis and starts it again, with what it had or with nothing; null on the Postgres queue. */
  restartRedis: ((awayMs: number, keeps: boolean) => Promise<void>) | null;
}

export interface Surroundings {
  random: Random;
  workers: WorkerPool;
  web: WebSeat;
  watchers: Watchers;
  servers: Servers;
  /** The longest that a worker is held still. */
  stillMs: number;
}

export interface Fault {
  kind: string;
  /** How often it comes beside the others. */
  weight: number;
  /** Resolves when the fault is over, to what was done. */
  strike(around: Surroundings): Promise<string>;
  /** What beside the runs must be back. */
  isBack?: (around: Surroundings) => boolean;
}

/** Does the next fault of the seeded order; tells what it was. */
export async function doFault(around: Surroundings, tally: Tally): Promise<string> {
  const { isBack, kind, strike } = around.random.pick(faultsFor(around));
  const what = await strike(around);
  await tally.struck(kind, isBack && (() => isBack(around)));
  return what;
}

function faultsFor({ servers }: Surroundings): Fault[] {
  const all = [...workerFaults, ...serverFaults(servers)];
  return all.flatMap((fault) => Array.from({ length: fault.weight }, () => fault));
}
