import { startService } from "../tests/service/start-service.mjs";
import { bareParse } from "./bare-parse";
import { typedFile } from "./files";
import { median, record } from "./results";
import { scaled, shortNumber } from "./scale";
import { saveBenchRulesets, timedRun } from "./timed-run";
import { keyRuleset } from "./typed-rulesets";

/** Time from enqueue to final against a bare csv-parse pass over the same file, turn by turn. */
export async function speed(rounds: number): Promise<void> {
  const rows = scaled(1_000_000);
  const warmUp = await typedFile(scaled(200_000));
  const path = await typedFile(rows);
  const service = await startService();
  try {
    await saveBenchRulesets(service.url);
    await timedRun(service.url, warmUp, keyRuleset);
    const bare: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round < rounds; round++) {
      bare.push((await bareParse(path)).seconds);
      whole.push((await timedRun(service.url, path, keyRuleset)).run);
    }
    const size = `${shortNumber(rows)} rows x 10`;
    record(`bare csv-parse pass, ${size}`, median(bare), "s");
    record(`enqueue to final, ${size}`, median(whole), "s", "bare csv-parse pass", median(bare));
  } finally {
    await service.stop();
  }
}
