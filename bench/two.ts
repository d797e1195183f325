import { availableParallelism } from "node:os";
import { startService } from "../tests/service/start-service.mjs";
import { upload } from "./client";
import { typedFile } from "./files";
import { median, record, remark } from "./results";
import { scaled, shortNumber } from "./scale";
import { runOf, saveBenchRulesets } from "./timed-run";
import { setsRuleset } from "./typed-rulesets";

/** Two files one after the other against two at once, in a worker with two places, turn by turn. */
export async function two(rounds: number): Promise<void> {
  const rows = scaled(1_000_000);
  const path = await typedFile(rows);
  const [inTurn, atOnce]: [number[], number[]] = [[], []];
  const service = await startService({ WORKER_CONCURRENCY: "2" });
  const pair = () => Promise.all(["a.csv", "b.csv"].map((name) => upload(service.url, path, name)));
  const run = (fileId: string) => runOf(service.url, fileId, setsRuleset);
  try {
    await saveBenchRulesets(service.url);
    await Promise.all((await pair()).map(run));
    for (let round = 0; round < rounds; round++) {
      const [first, second] = [await pair(), await pair()];
      inTurn.push(
        await seconds(async () => {
          for (const fileId of first) await run(fileId);
        }),
      );
      atOnce.push(await seconds(() => Promise.all(second.map(run))));
    }
  } finally {
    await service.stop();
  }
  const throughput = (of: readonly number[]) => (2 * rows) / median(of);
  const size = `two files of ${shortNumber(rows)} rows`;
  const reference = `${size}, one after the other`;
  record(reference, throughput(inTurn), "rows/s");
  record(`${size}, at once`, throughput(atOnce), "rows/s", "one after the other", throughput(inTurn), {
    least: 1.6,
  });
  remark(`Both files, the web process and the database share ${availableParallelism()} cores.`);
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return (performance.now() - started) / 1000;
}
