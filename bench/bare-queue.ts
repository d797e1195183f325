import { createPostgresBackend, Queue, Worker } from "bullmq";
import { runProgram } from "../tests/service/program.mjs";
import { someAtOnce } from "./some-at-once";

const concurrency = 2;
const isRedis = (url: string) => url.startsWith("redis:");

function openQueue(url: string, name: string) {
  return isRedis(url)
    ? new Queue(name, { connection: { url } })
    : new Queue(
        name,
        { connection: { connectionString: url, max: 4, migrate: true } },
        createPostgresBackend,
      );
}

function openWorker(url: string, name: string, job: () => Promise<void>) {
  return isRedis(url)
    ? new Worker(name, job, { connection: { url }, concurrency })
    : new Worker(
        name,
        job,
        { connection: { connectionString: url, max: 4 }, concurrency },
        createPostgresBackend,
      );
}

/** Seconds that BullMQ takes for so many jobs that do nothing, added here and taken by another process, as the service does. */
export async function bareQueue(url: string, jobs: number, atOnce: number): Promise<number> {
  const name = `bare-${jobs}-${Date.now()}`;
  const worker = runProgram(["--import", "tsx", import.meta.filename, url, name, String(jobs)], {});
  const queue = openQueue(url, name);
  try {
    await worker.printed(/^ready$/m);
    const started = performance.now();
    await someAtOnce(
      Array.from({ length: jobs }, (_, n) => n),
      atOnce,
      async (n) => {
        await queue.add("nothing", { n }, { jobId: `job-${n}`, attempts: 3 });
      },
    );
    await worker.printed(/^done$/m);
    return (performance.now() - started) / 1000;
  } finally {
    await worker.stop();
    await queue.obliterate({ force: true });
    await queue.close();
  }
}

async function takeAll(url: string, name: string, jobs: number): Promise<void> {
  let done = 0;
  const worker = openWorker(url, name, async () => {});
  worker.on("completed", () => {
    done += 1;
    if (done === jobs) console.log("done");
  });
  await worker.waitUntilReady();
  console.log("ready");
}

const [, script, url, name, jobs] = process.argv;
if (script === import.meta.filename && url && name) await takeAll(url, name, Number(jobs));
