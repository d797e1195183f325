import { startService } from "../tests/service/start-service.mjs";
import { enqueue, follow, upload } from "./client";
import { typedFile } from "./files";
import { residentMegabytes } from "./resident-megabytes";
import { median, quantile, record } from "./results";
import { scaled } from "./scale";
import { someAtOnce } from "./some-at-once";
import { saveBenchRulesets } from "./timed-run";
import { keyRuleset } from "./typed-rulesets";

const readers = 1000;
const openedAtOnce = 50;

/** Opens the streams of a run that waits behind another one, weighs them, and then times how each of its snapshots comes. */
async function measure() {
  const [before, watched] = [await typedFile(scaled(1_000_000)), await typedFile(scaled(2_000_000))];
  const service = await startService({ WORKER_CONCURRENCY: "1" });
  const memory = () => residentMegabytes("next-server", service.dataDir);
  try {
    await saveBenchRulesets(service.url);
    const [first, second] = [
      await upload(service.url, before, "first.csv"),
      await upload(service.url, watched, "watched.csv"),
    ];
    await enqueue(service.url, first, keyRuleset.id);
    const runId = await enqueue(service.url, second, keyRuleset.id);
    const without = (await memory()).now;
    const told: number[] = [];
    const ends: Promise<unknown>[] = [];
    await someAtOnce(Array.from({ length: readers }), openedAtOnce, async () => {
      await new Promise<void>((opened) => {
        ends.push(
          follow(service.url, runId, (snapshot) => {
            opened();
            if (snapshot.status === "processing") told.push(Date.now() - Date.parse(snapshot.updatedAt));
          }),
        );
      });
    });
    const withThem = (await memory()).now;
    await Promise.all(ends);
    return { told, kilobytes: ((withThem - without) * 1024) / readers, peak: (await memory()).peak };
  } finally {
    await service.stop();
  }
}

/** Many readers of one run on one web process: how late they hear of it, and what each weighs. */
export async function streams(rounds: number): Promise<void> {
  const passes: Awaited<ReturnType<typeof measure>>[] = [];
  for (let round = 0; round < rounds; round++) {
    console.log(`pass ${round + 1} of ${rounds}`);
    passes.push(await measure());
  }
  for (const [label, q] of [
    ["p50", 0.5],
    ["p99", 0.99],
  ] as const)
    record(
      `progress to an SSE client, ${readers} streams, ${label}`,
      median(passes.map(({ told }) => quantile(told, q))),
      "ms",
    );
  record("snapshots told in a pass", median(passes.map(({ told }) => told.length)), "messages");
  record(
    "web process, resident memory of one stream",
    median(passes.map(({ kilobytes }) => kilobytes)),
    "kB",
  );
  record(
    `web process, peak resident memory with ${readers} streams`,
    median(passes.map(({ peak }) => peak)),
    "MB",
  );
}
