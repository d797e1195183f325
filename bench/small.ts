import { startService } from "../tests/service/start-service.mjs";
import { typedFile } from "./files";
import { median, record } from "./results";
import { scaled, shortNumber } from "./scale";
import { saveBenchRulesets, type TimedRun, timedRun } from "./timed-run";
import { setsRuleset } from "./typed-rulesets";

const times = 11;
const target = { most: 1 };

/** How soon somebody with a small file has the answer; the first run of a new service is told apart. */
export async function small(): Promise<void> {
  const rows = scaled(10_000);
  const path = await typedFile(rows);
  const runs: TimedRun[] = [];
  const service = await startService();
  try {
    await saveBenchRulesets(service.url);
    for (let i = 0; i <= times; i++) runs.push(await timedRun(service.url, path, setsRuleset));
  } finally {
    await service.stop();
  }
  const [first, ...later] = runs;
  const size = `${shortNumber(rows)} rows x 10`;
  if (first) record(`enqueue to final, ${size}, first run of the service`, first.run, "s");
  const spans = {
    "enqueue to final": later.map(({ run }) => run),
    "upload and enqueue to final": later.map(({ upload, run }) => upload + run),
  };
  for (const [name, seconds] of Object.entries(spans)) {
    const of = `${name}, ${size}`;
    record(`${of}, median of ${times}`, median(seconds), "s", "", undefined, target);
    record(`${of}, slowest of ${times}`, Math.max(...seconds), "s", "", undefined, target);
  }
}
