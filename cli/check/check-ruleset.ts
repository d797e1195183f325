import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { checkReferenceTable } from "@/core/references/check-reference-table";
import type { TableFault } from "@/core/references/table-fault";
import type { Ruleset } from "@/core/schema/ruleset";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import type { Lang } from "../settings";
import { tableFaultText } from "../table-fault-text";
import { textsOf } from "../texts";
import type { ExitCode } from "../verdict";
import { rulesetFile, tablesBeside } from "./table-files";

/**
 * Says what is wrong with a ruleset's file, each problem as `file:line:column`, and with the reference tables beside it.
 * Resolves to 1 when something is.
 */
export async function checkRuleset(path: string, { lang }: { lang: Lang }): Promise<ExitCode> {
  const file = await rulesetFile(path);
  const { problems, ruleset } = checkRulesetText(await readFile(file, "utf8"), lang);
  const texts = textsOf(lang);
  for (const { path: at, message, line, column } of problems)
    console.log(`${file}:${line}:${column}: ${at ? `${at}: ` : ""}${message}`);
  const faults = ruleset ? await tableFaultsOf(file, ruleset) : [];
  for (const fault of faults) console.log(tableFaultText(fault, lang));
  const count = problems.length + faults.length;
  const verdict = ruleset && count === 0 ? texts.rulesetSound(ruleset.id) : texts.rulesetFaulty(count);
  console.error(`facnet: ${verdict}`);
  return count === 0 ? 0 : 1;
}

async function tableFaultsOf(file: string, ruleset: Ruleset): Promise<TableFault[]> {
  const { places, missing } = await tablesBeside(file, ruleset);
  const faults: TableFault[] = missing.map((table) => ({ table, code: "not-beside" }));
  const scratchDir = await mkdtemp(join(tmpdir(), "facnet-"));
  try {
    for (const reference of ruleset.references ?? []) {
      const place = places[reference.path];
      if (place === undefined) continue;
      const { size: bytes } = await stat(place);
      faults.push(...(await checkReferenceTable(reference, { path: place, bytes, scratchDir })).faults);
    }
    return faults;
  } finally {
    await rm(scratchDir, { recursive: true, force: true });
  }
}
