import { startService } from "../tests/service/start-service.mjs";
import { bareParse } from "./bare-parse";
import { typedFile } from "./files";
import { quantile, record } from "./results";
import { saveBenchRuleset, timedRun } from "./timed-run";

const rounds = 5;

/** Time from enqueue to final against a bare csv-parse pass over the same file, turn by turn. */
export async function speed(): Promise<void> {
  const warmUp = await typedFile(200_000);
  const path = await typedFile(1_000_000);
  const service = await startService();
  try {
    await saveBenchRuleset(service.url);
    await timedRun(service.url, warmUp);
    const bare: number[] = [];
    const whole: number[] = [];
    for (let round = 0; round < rounds; round++) {
      bare.push(await bareParse(path));
      whole.push(await timedRun(service.url, path));
    }
    const reference = quantile(bare, 0.5);
    record("bare csv-parse pass, 1M rows x 10", reference, "s");
    record("enqueue to final, 1M rows x 10", quantile(whole, 0.5), "s", "bare csv-parse pass", reference);
  } finally {
    await service.stop();
  }
}
