import { startService } from "../tests/service/start-service.mjs";
import { bareParse } from "./bare-parse";
import type { Pass, What } from "./core-child";
import { typedFile } from "./files";
import { median, record, remark } from "./results";
import { runPass } from "./run-pass";
import { scaled, shortNumber } from "./scale";
import { saveBenchRulesets, timedRun } from "./timed-run";
import { plantedWarnings, setsRuleset } from "./typed-rulesets";

/** The core alone, each with one thing more than the one before. */
const steps = {
  structure: "parse alone: core without a ruleset",
  core: "core with types and constraints",
  key: "core with the key too",
  sets: "core with the group rules too",
} as const satisfies Partial<Record<What, string>>;
type Step = keyof typeof steps;
const stepNames: readonly Step[] = ["structure", "core", "key", "sets"];

interface Passes {
  bare: number[];
  service: number[];
  alone: Record<Step, Pass[]>;
}

/** Types, constraints, a key and rules over groups: the service against a bare csv-parse pass and against the core's stages, turn by turn. */
export async function sets(rounds: number): Promise<void> {
  const rows = scaled(1_000_000);
  const path = await typedFile(rows);
  const passes: Passes = { bare: [], service: [], alone: { structure: [], core: [], key: [], sets: [] } };
  const service = await startService();
  try {
    await saveBenchRulesets(service.url);
    await timedRun(service.url, await typedFile(scaled(200_000)), setsRuleset);
    for (let round = 0; round < rounds; round++) {
      passes.bare.push((await bareParse(path)).seconds);
      passes.service.push((await timedRun(service.url, path, setsRuleset)).run);
      for (const step of stepNames) passes.alone[step].push(await runPass(step, path));
    }
  } finally {
    await service.stop();
  }
  if (passes.alone.sets.some(({ errorRows, warnings }) => errorRows !== 0 || warnings !== plantedWarnings))
    throw new Error("the core does not find what is planted");
  tell(`${shortNumber(rows)} rows x 10, key and two group rules`, passes);
}

function tell(what: string, { bare, service, alone }: Passes): void {
  const [reference, whole] = [median(bare), median(service)];
  record("bare csv-parse pass", reference, "s");
  record(`enqueue to final, ${what}`, whole, "s", "bare csv-parse pass", reference, { most: 1.3 });
  let before = { name: "bare csv-parse pass", wall: reference };
  for (const step of stepNames) {
    const next = { name: steps[step], wall: median(alone[step].map(({ wall }) => wall)) };
    record(next.name, next.wall, "s", before.name, before.wall);
    before = next;
  }
  let sum = 0;
  for (const stage of ["parse", "insert", "rules"] as const) {
    const seconds = median(alone.sets.map(({ stages }) => stages[stage]));
    record(`stage ${stage} of the last`, seconds, "s");
    sum += seconds;
  }
  record("sum of its stages", sum, "s", "bare csv-parse pass", reference);
  record("the same run to the core's own work", whole, "s", "sum of its stages", sum);
  remark(
    "Stages are as the core reports them, at most every 0.2 s. Files of staged rows are written while the file is read (parse), and judged as they are loaded (insert), so what keys and rules cost is the step from one pass to the next.",
  );
}
