import { startService } from "../tests/service/start-service.mjs";
import { bareParse } from "./bare-parse";
import type { Pass } from "./core-child";
import { typedFile } from "./files";
import { median, record } from "./results";
import { runPass } from "./run-pass";
import { scaled, shortNumber } from "./scale";
import { saveBenchRulesets, timedRun } from "./timed-run";
import { plantedWarnings, setsRuleset } from "./typed-rulesets";

interface Passes {
  bare: number[];
  service: number[];
  structure: Pass[];
  core: Pass[];
}

/** Types, constraints, a key and rules over groups: the service against a bare csv-parse pass and against the core's stages, turn by turn. */
export async function sets(rounds: number): Promise<void> {
  const rows = scaled(1_000_000);
  const path = await typedFile(rows);
  const passes: Passes = { bare: [], service: [], structure: [], core: [] };
  const service = await startService();
  try {
    await saveBenchRulesets(service.url);
    await timedRun(service.url, await typedFile(scaled(200_000)), setsRuleset);
    for (let round = 0; round < rounds; round++) {
      passes.bare.push((await bareParse(path)).seconds);
      passes.service.push((await timedRun(service.url, path, setsRuleset)).run);
      passes.structure.push(await runPass("structure", path));
      passes.core.push(await runPass("sets", path));
    }
  } finally {
    await service.stop();
  }
  if (passes.core.some(({ errorRows, warnings }) => errorRows !== 0 || warnings !== plantedWarnings))
    throw new Error("the core does not find what is planted");
  tell(`${shortNumber(rows)} rows x 10, key and two group rules`, passes);
}

function tell(what: string, passes: Passes): void {
  const [bare, whole] = [median(passes.bare), median(passes.service)];
  record("bare csv-parse pass", bare, "s");
  record(`enqueue to final, ${what}`, whole, "s", "bare csv-parse pass", bare, { most: 1.3 });
  const alone = median(passes.structure.map(({ wall }) => wall));
  record("parse alone: core without a ruleset", alone, "s", "bare csv-parse pass", bare);
  const stage = (name: keyof Pass["stages"]) => median(passes.core.map(({ stages }) => stages[name]));
  const [parse, insert, rules] = [stage("parse"), stage("insert"), stage("rules")];
  record("stage parse: records, cells, what is staged", parse, "s", "parse alone", alone);
  record("stage insert: load into staging", insert, "s");
  record("stage rules: key and group rules", rules, "s");
  const sum = parse + insert + rules;
  record("sum of the three stages, core alone", sum, "s", "bare csv-parse pass", bare);
  record(`enqueue to final, ${what}, to the sum`, whole, "s", "sum of the three stages", sum);
}
