import { typedFile } from "./files";
import { peakOfWorker } from "./peak-of-worker";
import { median, record } from "./results";
import { scaled, shortNumber } from "./scale";
import { keyRuleset } from "./typed-rulesets";

async function medianPeak(rounds: number, rows: number, atOnce = 1): Promise<number> {
  const path = await typedFile(rows);
  const peaks: number[] = [];
  for (let round = 0; round < rounds; round++)
    peaks.push((await peakOfWorker(path, keyRuleset, atOnce)).peak);
  return median(peaks);
}

export async function memory(rounds: number): Promise<void> {
  const [few, many, some] = [scaled(200_000), scaled(2_000_000), scaled(1_000_000)];
  const small = await medianPeak(rounds, few);
  const large = await medianPeak(rounds, many);
  const two = await medianPeak(rounds, some, 2);
  const reference = `worker peak RSS, ${shortNumber(few)} rows`;
  record(reference, small, "MB");
  record(`worker peak RSS, ${shortNumber(many)} rows`, large, "MB", reference, small);
  const files = `two files of ${shortNumber(some)} rows at once`;
  record(`worker peak RSS, ${files}`, two, "MB", reference, small);
}
