import { startService } from "../tests/service/start-service.mjs";
import { residentMegabytes } from "./resident-megabytes";
import { type BenchRuleset, saveBenchRulesets, timedRun } from "./timed-run";

/** Peak RSS in MB of a fresh worker that validates one file so many times at once, and the seconds of the slowest run. */
export async function peakOfWorker(path: string, ruleset: BenchRuleset, atOnce = 1) {
  const service = await startService();
  try {
    await saveBenchRulesets(service.url);
    const runs = await Promise.all(
      Array.from({ length: atOnce }, () => timedRun(service.url, path, ruleset)),
    );
    const { peak } = await residentMegabytes("dist/worker/main.js", service.dataDir);
    return { peak, seconds: Math.max(...runs.map(({ run }) => run)) };
  } finally {
    await service.stop();
  }
}
