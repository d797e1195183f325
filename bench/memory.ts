import { startService } from "../tests/service/start-service.mjs";
import { typedFile } from "./files";
import { residentMegabytes } from "./resident-megabytes";
import { quantile, record } from "./results";
import { saveBenchRuleset, timedRun } from "./timed-run";

/** Peak RSS in MB of a fresh worker that validates one file so many times at once. */
async function peakMemory(path: string, atOnce = 1): Promise<number> {
  const service = await startService();
  try {
    await saveBenchRuleset(service.url);
    await Promise.all(Array.from({ length: atOnce }, () => timedRun(service.url, path)));
    return (await residentMegabytes("dist/worker/main.js", service.dataDir)).peak;
  } finally {
    await service.stop();
  }
}

async function medianPeak(rounds: number, rows: number, atOnce = 1): Promise<number> {
  const path = await typedFile(rows);
  const peaks: number[] = [];
  for (let round = 0; round < rounds; round++) peaks.push(await peakMemory(path, atOnce));
  return quantile(peaks, 0.5);
}

export async function memory(rounds: number): Promise<void> {
  const small = await medianPeak(rounds, 200_000);
  const large = await medianPeak(rounds, 2_000_000);
  const two = await medianPeak(rounds, 1_000_000, 2);
  record("worker peak RSS, 200k rows", small, "MB");
  record("worker peak RSS, 2M rows", large, "MB", "worker peak RSS, 200k rows", small);
  record("worker peak RSS, two files of 1M rows at once", two, "MB", "worker peak RSS, 200k rows", small);
}
