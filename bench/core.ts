import type { Pass } from "./core-child";
import { typedFile, wrongFile } from "./files";
import { record } from "./results";
import { medians, runPass } from "./run-pass";
import { scaled, shortNumber } from "./scale";

/** The core alone against a bare csv-parse pass, with every row sound and with every row wrong, turn by turn; and its memory. */
export async function core(rounds: number): Promise<void> {
  const rows = scaled(1_000_000);
  const [sound, wrong] = [await typedFile(rows), await wrongFile(rows)];
  const passes = { bare: [] as Pass[], sound: [] as Pass[], wrong: [] as Pass[] };
  for (let round = 0; round < rounds; round++) {
    passes.bare.push(await runPass("bare", sound));
    passes.sound.push(await runPass("core", sound));
    passes.wrong.push(await runPass("core", wrong));
  }
  if (passes.sound.some(({ errorRows }) => errorRows !== 0)) throw new Error("a sound row is wrong");
  if (passes.wrong.some(({ errorRows }) => errorRows !== rows)) throw new Error("a wrong row is sound");
  const [bare, all, none] = [medians(passes.bare), medians(passes.wrong), medians(passes.sound)];
  const size = `${shortNumber(rows)} rows x 10`;
  for (const time of ["wall", "cpu"] as const) {
    record(`bare csv-parse pass, ${size}, ${time}`, bare[time], "s");
    record(`core alone, ${size}, ${time}`, none[time], "s", `bare csv-parse pass, ${time}`, bare[time]);
    record(`core alone, every row wrong, ${time}`, all[time], "s", `core alone, ${time}`, none[time]);
  }
  const [few, many] = [scaled(200_000), scaled(2_000_000)];
  const small = await runPass("core", await typedFile(few));
  const large = await runPass("core", await typedFile(many));
  const reference = `core peak RSS, ${shortNumber(few)} rows`;
  record(reference, small.peak, "MB");
  record(`core peak RSS, ${shortNumber(many)} rows`, large.peak, "MB", reference, small.peak);
}
