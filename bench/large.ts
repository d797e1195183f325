import { typedFile } from "./files";
import { peakOfWorker } from "./peak-of-worker";
import { median, record } from "./results";
import { scaled, shortNumber } from "./scale";
import { setsRuleset } from "./typed-rulesets";

const mostRounds = 3;

/** Ten times the rows: memory as flat and time as linear as it should be, each pass in a new service. */
export async function large(rounds: number): Promise<void> {
  const sizes = [scaled(1_000_000), scaled(10_000_000)];
  const passes = sizes.map(() => [] as Awaited<ReturnType<typeof peakOfWorker>>[]);
  for (let round = 0; round < Math.min(rounds, mostRounds); round++)
    for (const [i, rows] of sizes.entries())
      passes[i]?.push(await peakOfWorker(await typedFile(rows), setsRuleset));

  const [few = 0, many = 0] = sizes;
  const [base, big] = passes.map((of) => ({
    peak: median(of.map(({ peak }) => peak)),
    seconds: median(of.map(({ seconds }) => seconds)),
  }));
  if (!base || !big) throw new Error("nothing was measured");
  const what = (rows: number) => `${shortNumber(rows)} rows, key and two group rules`;
  record(`worker peak RSS, ${what(few)}`, base.peak, "MB");
  record(`worker peak RSS, ${what(many)}`, big.peak, "MB", shortNumber(few), base.peak, { most: 1.15 });
  record(`enqueue to final, ${what(few)}`, base.seconds, "s");
  const linear = (base.seconds * many) / few;
  const reference = `${many / few} times that of ${shortNumber(few)}`;
  record(`enqueue to final, ${what(many)}`, big.seconds, "s", reference, linear, { most: 1.2 });
}
