import { startService } from "../tests/service/start-service.mjs";
import { enqueue, follow, upload } from "./client";
import { typedFile } from "./files";
import { median, quantile, record, remark } from "./results";
import { scaled } from "./scale";
import { saveBenchRulesets } from "./timed-run";
import { keyRuleset } from "./typed-rulesets";

const streams = 200;
const enqueues = 500;

/** Milliseconds of each answer and of each snapshot's way, while both of the worker's places are busy and many streams are open. */
async function measure(): Promise<{ times: number[]; told: number[] }> {
  const [large, tiny] = [await typedFile(scaled(2_000_000)), await typedFile(10)];
  const service = await startService();
  try {
    await saveBenchRulesets(service.url);
    const files = await Promise.all([1, 2].map((n) => upload(service.url, large, `load-${n}.csv`)));
    const extra: string[] = [];
    for (let i = 0; i < enqueues; i++) extra.push(await upload(service.url, tiny, `tiny-${i}.csv`));
    const load = await Promise.all(files.map((fileId) => enqueue(service.url, fileId, keyRuleset.id)));
    const told: number[] = [];
    let isMeasuring = false;
    const opened: Promise<void>[] = [];
    const watched = Array.from({ length: streams }, (_, i) => {
      let open = () => {};
      opened.push(new Promise((resolve) => (open = resolve)));
      return follow(service.url, load[i % load.length] ?? "", (snapshot) => {
        open();
        // The first event of a stream tells what was already so; only what comes live has a delay.
        if (isMeasuring && snapshot.status === "processing")
          told.push(Date.now() - Date.parse(snapshot.updatedAt));
      });
    });
    await Promise.all(opened);
    isMeasuring = true;
    const times: number[] = [];
    for (const fileId of extra) {
      const started = performance.now();
      await enqueue(service.url, fileId, keyRuleset.id);
      times.push(performance.now() - started);
    }
    await Promise.all(watched);
    return { times, told };
  } finally {
    await service.stop();
  }
}

/** How quickly the service answers and tells under load: of several passes the median. */
export async function latency(rounds: number): Promise<void> {
  const passes: Awaited<ReturnType<typeof measure>>[] = [];
  for (let round = 0; round < rounds; round++) passes.push(await measure());
  for (const [name, of] of [
    ["runs.enqueue under full load", "times"],
    [`progress to an SSE client, ${streams} streams`, "told"],
  ] as const)
    for (const [label, q] of [
      ["p50", 0.5],
      ["p99", 0.99],
    ] as const) {
      const values = passes.filter((pass) => pass[of].length > 0).map((pass) => quantile(pass[of], q));
      if (values.length > 0) record(`${name}, ${label}`, median(values), "ms");
      else remark(`${name}, ${label}: the runs ended before anything could be measured.`);
    }
}
