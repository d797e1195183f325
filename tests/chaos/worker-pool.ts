import { runProgram } from "../service/program.mjs";

type Program = ReturnType<typeof runProgram>;

export type WorkerPool = ReturnType<typeof startWorkers>;

/** Real worker processes with this process's settings; one that ends is followed by another until `close`. */
export function startWorkers(count: number) {
  const { DATABASE_URL, DATA_DIR, QUEUE_PREFIX, REDIS_URL = "" } = process.env;
  const start = (): Program =>
    runProgram(["--import", "tsx", "worker/main.ts"], {
      DATABASE_URL: String(DATABASE_URL),
      DATA_DIR: String(DATA_DIR),
      QUEUE_PREFIX: String(QUEUE_PREFIX),
      REDIS_URL,
      LOG_LEVEL: "info",
    });
  const seats: Program[] = Array.from({ length: count }, start);

  return {
    count,
    /** Resolves when the worker in that seat takes jobs. */
    ready: (seat: number) => at(seat).printed(/the worker is ready/),
    signal: (seat: number, name: NodeJS.Signals) => at(seat).child.kill(name),
    /** Ends the worker in that seat and starts the next one, which may be struck before it is ready. */
    async replace(seat: number, name: "SIGKILL" | "SIGTERM") {
      const leaving = at(seat);
      leaving.child.kill(name);
      await leaving.ended;
      seats[seat] = start();
    },
    async close() {
      await Promise.all(seats.map((worker) => worker.stop()));
    },
    async abandon() {
      for (const { child } of seats) child.kill("SIGKILL");
      await Promise.all(seats.map(({ ended }) => ended));
    },
  };

  function at(seat: number): Program {
    const worker = seats[seat];
    if (!worker) throw new RangeError(`there is no worker ${seat}`);
    return worker;
  }
}
