import { EventSource } from "eventsource";
import { z } from "zod";
import { isFinal, Snapshot } from "@/snapshot";
import { startService } from "../tests/service/start-service.mjs";
import { bareQueue } from "./bare-queue";
import { enqueue, upload } from "./client";
import { typedFile } from "./files";
import { onEachBackend, type QueueServers } from "./queue-servers";
import { median, quantile, record } from "./results";
import { scaledCount } from "./scale";
import { someAtOnce } from "./some-at-once";
import { saveBenchRulesets } from "./timed-run";
import { keyRuleset } from "./typed-rulesets";

const rowsOfAFile = 100;
const atOnce = 16;

const Ended = z.object({ run: Snapshot.pick({ runId: true, status: true }) });

/** Resolves when so many runs have been told to be final, on the stream of all runs; throws when one is not `completed`. */
function watchEnds(base: string, count: number) {
  const source = new EventSource(`${base}/api/trpc/runs.watchAll?input=${encodeURIComponent("{}")}`);
  const opened = new Promise((resolve) => source.addEventListener("open", resolve, { once: true }));
  const ended = new Promise<void>((resolve, reject) => {
    const final = new Set<string>();
    source.addEventListener("message", ({ data }) => {
      const event = Ended.safeParse(JSON.parse(data));
      if (!event.success || !isFinal(event.data.run.status)) return;
      const { runId, status } = event.data.run;
      if (status !== "completed") reject(new Error(`a run is ${status}`));
      final.add(runId);
      if (final.size === count) resolve();
    });
  });
  return { opened, ended: ended.finally(() => source.close()) };
}

/** Seconds from the first enqueue to the last end, and how long each enqueue took in milliseconds. */
async function manyFiles({ env }: QueueServers, files: number) {
  const path = await typedFile(rowsOfAFile);
  const service = await startService(env);
  try {
    await saveBenchRulesets(service.url);
    const ids: string[] = [];
    await someAtOnce(
      Array.from({ length: files }, (_, n) => n),
      atOnce,
      async (n) => {
        ids.push(await upload(service.url, path, `small-${n}.csv`));
      },
    );
    const { opened, ended } = watchEnds(service.url, files);
    await opened;
    const answers: number[] = [];
    const started = performance.now();
    await someAtOnce(ids, atOnce, async (fileId) => {
      const asked = performance.now();
      await enqueue(service.url, fileId, keyRuleset.id);
      answers.push(performance.now() - asked);
    });
    await ended;
    return { seconds: (performance.now() - started) / 1000, answers };
  } finally {
    await service.stop();
  }
}

/** Many small files against as many BullMQ jobs that do nothing, on the same server, turn by turn. */
export async function jobs(rounds: number): Promise<void> {
  const files = scaledCount(1000);
  await onEachBackend(async (servers) => {
    const bare: number[] = [];
    const ours: Awaited<ReturnType<typeof manyFiles>>[] = [];
    for (let round = 0; round < rounds; round++) {
      console.log(`pass ${round + 1} of ${rounds}, queue in ${servers.backend}`);
      bare.push(await bareQueue(servers.url, files, atOnce));
      ours.push(await manyFiles(servers, files));
    }
    const reference = `bare BullMQ jobs on ${servers.backend}`;
    const barePerSecond = files / median(bare);
    record(reference, barePerSecond, "jobs/s");
    const perSecond = files / median(ours.map(({ seconds }) => seconds));
    record(
      `files of ${rowsOfAFile} rows, queue in ${servers.backend}`,
      perSecond,
      "files/s",
      reference,
      barePerSecond,
    );
    for (const [label, q] of [
      ["p50", 0.5],
      ["p99", 0.99],
    ] as const)
      record(
        `runs.enqueue, ${atOnce} at once, ${servers.backend}, ${label}`,
        median(ours.map(({ answers }) => quantile(answers, q))),
        "ms",
      );
  });
}
