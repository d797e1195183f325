import { mkdir, writeFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { bareParse } from "./bare-parse";
import { enqueue, follow, saveRuleset, upload } from "./client";
import { makeTypedFile, typedFileSchema } from "./make-typed-file";
import { residentMegabytes, startService } from "./service";

interface Result {
  name: string;
  value: number;
  unit: string;
  reference: string;
  ratio: number | null;
}

const results: Result[] = [];
const round = (value: number) => Math.round(value * 1000) / 1000;

function record(name: string, value: number, unit: string, reference = "", of?: number) {
  const ratio = of === undefined ? null : round(value / of);
  results.push({ name, value: round(value), unit, reference, ratio });
  console.log(`${name}: ${round(value)} ${unit}${ratio === null ? "" : `  (${ratio} x ${reference})`}`);
}

function quantile(values: number[], q: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? Number.NaN;
}

/** Seconds from enqueue to the final snapshot, as a client sees it. The file is uploaded anew, since a completed run removes it. */
async function timedRun(base: string, path: string): Promise<number> {
  const fileId = await upload(base, path, "bench.csv");
  const started = performance.now();
  const final = await follow(base, await enqueue(base, fileId, "bench"));
  if (final.status !== "completed" || final.counts.error !== 0)
    throw new Error(`unexpected end: ${final.status}`);
  return (performance.now() - started) / 1000;
}

const folder = join(import.meta.dirname, "files");
await mkdir(folder, { recursive: true });
const paths = {
  small: join(folder, "200k.csv"),
  main: join(folder, "1m.csv"),
  large: join(folder, "2m.csv"),
};
await makeTypedFile(paths.small, 200_000);
await makeTypedFile(paths.main, 1_000_000);
await makeTypedFile(paths.large, 2_000_000);

async function speed() {
  const service = await startService();
  try {
    await saveRuleset(service.url, { id: "bench", title: "Bench", schema: typedFileSchema });
    await timedRun(service.url, paths.small);
    const bare: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round < 3; round++) {
      bare.push(await bareParse(paths.main));
      whole.push(await timedRun(service.url, paths.main));
    }
    const reference = quantile(bare, 0.5);
    record("bare csv-parse pass, 1M rows x 10", reference, "s");
    record("enqueue to final, 1M rows x 10", quantile(whole, 0.5), "s", "bare csv-parse pass", reference);
  } finally {
    await service.close();
  }
}

/** Peak RSS of a fresh worker that validates one file. */
async function peakMemory(path: string): Promise<number> {
  const service = await startService();
  try {
    await saveRuleset(service.url, { id: "bench", title: "Bench", schema: typedFileSchema });
    await timedRun(service.url, path);
    return (await residentMegabytes("dist/worker/main.js", service.dataDir)).peak;
  } finally {
    await service.close();
  }
}

async function memory() {
  const small = await peakMemory(paths.small);
  record("worker peak RSS, 200k rows", small, "MB");
  record(
    "worker peak RSS, 2M rows",
    await peakMemory(paths.large),
    "MB",
    "worker peak RSS, 200k rows",
    small,
  );
}

async function latency() {
  const service = await startService();
  try {
    await saveRuleset(service.url, { id: "bench", title: "Bench", schema: typedFileSchema });
    const files = await Promise.all([1, 2].map((n) => upload(service.url, paths.large, `load-${n}.csv`)));
    const extra: string[] = [];
    for (let i = 0; i < 200; i++)
      extra.push(await upload(service.url, join(folder, "tiny.csv"), `tiny-${i}.csv`));
    const load = await Promise.all(files.map((fileId) => enqueue(service.url, fileId, "bench")));
    const latencies: number[] = [];
    const watched = Array.from({ length: 200 }, (_, i) =>
      follow(service.url, load[i % load.length] ?? "", (snapshot) => {
        if (snapshot.status === "processing") latencies.push(Date.now() - Date.parse(snapshot.updatedAt));
      }),
    );
    const times: number[] = [];
    for (const fileId of extra) {
      const started = performance.now();
      await enqueue(service.url, fileId, "bench");
      times.push(performance.now() - started);
    }
    await Promise.all(watched);
    record("runs.enqueue p50 under full load", quantile(times, 0.5), "ms");
    record("runs.enqueue p99 under full load", quantile(times, 0.99), "ms");
    record("progress to an SSE client p50, 200 streams", quantile(latencies, 0.5), "ms");
    record("progress to an SSE client p99, 200 streams", quantile(latencies, 0.99), "ms");
  } finally {
    await service.close();
  }
}

await makeTypedFile(join(folder, "tiny.csv"), 10);
await speed();
await memory();
await latency();
console.log(`on ${availableParallelism()} cores, Node ${process.version}`);
await writeFile(join(import.meta.dirname, "results.json"), `${JSON.stringify(results, null, 2)}\n`);
