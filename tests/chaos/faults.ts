import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { db } from "@/db/client";
import { env } from "@/env";
import { uploadFile } from "@/services/upload-file";
import { Stage } from "@/snapshot";
import type { Random } from "../../rulesets/generate/random";
import { insist } from "./insist";
import type { WorkerPool } from "./worker-pool";

export interface Surroundings {
  random: Random;
  workers: WorkerPool;
  /** Stops Redis and starts it again with what it had; null on the Postgres queue. */
  restartRedis: ((awayMs: number) => Promise<void>) | null;
  /** The longest that a worker is held still. */
  stillMs: number;
}

type Fault = (around: Surroundings) => Promise<string>;

const stageWithinMs = 3_000;
const ctx = { actor: { ownerId: "local", name: "chaos" } };

/** Waits until some run is in that stage, but not for ever: what is queued may be too small to be seen there. */
async function untilSomeRunIs(stage: Stage): Promise<void> {
  const deadline = Date.now() + stageWithinMs;
  const look = () => db().validationRun.count({ where: { status: "processing", stage } });
  while (Date.now() < deadline && (await insist(look)) === 0) await pause(20);
}

const kill: Fault = async ({ random, workers }) => {
  const [stage, seat] = [random.pick(Stage.options), random.whole(0, workers.count - 1)];
  await untilSomeRunIs(stage);
  await workers.replace(seat, "SIGKILL");
  return `worker ${seat + 1} killed in stage ${stage}`;
};

const terminate: Fault = async ({ random, workers }) => {
  const seat = random.whole(0, workers.count - 1);
  await workers.replace(seat, "SIGTERM");
  return `worker ${seat + 1} asked to stop`;
};

const holdStill: Fault = async ({ random, workers, stillMs }) => {
  const [seat, ms] = [random.whole(0, workers.count - 1), random.whole(300, stillMs)];
  workers.signal(seat, "SIGSTOP");
  await pause(ms);
  workers.signal(seat, "SIGCONT");
  return `worker ${seat + 1} held still for ${ms} ms`;
};

const cutDatabase: Fault = async () => {
  const url = new URL(env().DATABASE_URL);
  const name = url.pathname.slice(1);
  url.pathname = "/postgres";
  const admin = new pg.Client({ connectionString: url.href });
  await admin.connect();
  try {
    const { rowCount } = await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [name],
    );
    return `${rowCount} database connections cut`;
  } finally {
    await admin.end();
  }
};

const breakUpload: Fault = async ({ random }) => {
  let chunks = random.whole(1, 20);
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      if (chunks-- > 0) controller.enqueue(new Uint8Array(10_000).fill(97));
      else controller.error(new Error("the browser is gone"));
    },
  });
  const kept = await uploadFile({ ctx, input: { name: "broken.csv", body } }).then(
    () => true,
    () => false,
  );
  if (kept) throw new Error("an upload that broke off was kept");
  return "an upload broken off";
};

const restartRedis: Fault = async ({ random, restartRedis: restart }) => {
  const ms = random.whole(0, 2_000);
  await restart?.(ms);
  return `Redis away for ${ms} ms`;
};

/** Does the next fault of the seeded order; tells what it was. */
export function doFault(around: Surroundings): Promise<string> {
  const faults = [kill, kill, terminate, holdStill, cutDatabase, breakUpload];
  if (around.restartRedis) faults.push(restartRedis);
  return around.random.pick(faults)(around);
}
