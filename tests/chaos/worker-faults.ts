import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/db/client";
import { makeQueue } from "@/queue/backend";
import { jobName, jobOptions } from "@/queue/contract";
import { Stage } from "@/snapshot";
import type { Fault } from "./faults";
import { insist } from "./insist";

const stageWithinMs = 3_000;

/** Waits until some run is in that stage, but not for ever: what is queued may be too small to be seen there. */
async function untilSomeRunIs(stage: Stage): Promise<void> {
  const deadline = Date.now() + stageWithinMs;
  const look = () => db().validationRun.count({ where: { status: "processing", stage } });
  while (Date.now() < deadline && (await insist(look)) === 0) await pause(20);
}

const kill: Fault = {
  kind: "worker killed",
  weight: 2,
  async strike({ random, workers }) {
    const [stage, seat] = [random.pick(Stage.options), random.whole(0, workers.count - 1)];
    await untilSomeRunIs(stage);
    await workers.replace(seat, "SIGKILL");
    return `worker ${seat + 1} killed in stage ${stage}`;
  },
};

const terminate: Fault = {
  kind: "worker asked to stop",
  weight: 1,
  async strike({ random, workers }) {
    const seat = random.whole(0, workers.count - 1);
    await workers.replace(seat, "SIGTERM");
    return `worker ${seat + 1} asked to stop`;
  },
};

const holdStill: Fault = {
  kind: "worker held still",
  weight: 1,
  async strike({ random, workers, stillMs }) {
    const [seat, ms] = [random.whole(0, workers.count - 1), random.whole(300, stillMs)];
    workers.signal(seat, "SIGSTOP");
    await pause(ms);
    workers.signal(seat, "SIGCONT");
    return `worker ${seat + 1} held still for ${ms} ms`;
  },
};

/** A second job for runs that have one already, so that two workers may have the same run at once. */
const deliverTwice: Fault = {
  kind: "run delivered twice",
  weight: 1,
  async strike({ random }) {
    const runs = await insist(() => db().validationRun.findMany({ orderBy: { id: "asc" } }));
    if (runs.length === 0) return "no run to deliver twice";
    const { id, fileName } = random.pick(runs);
    await insist(async () => {
      const queue = makeQueue();
      try {
        await queue.waitUntilReady();
        const priority = 1;
        await queue.add(jobName, { validationRunId: id, fileName }, { ...jobOptions, priority });
      } finally {
        await queue.close();
      }
    });
    return `${fileName} delivered once more`;
  },
};

export const workerFaults: Fault[] = [kill, terminate, holdStill, deliverTwice];
