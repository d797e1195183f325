import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import Table from "cli-table3";
import fc from "fast-check";
import { readTable, renderTable, withTable } from "./chapter";
import type { Difference } from "./compare";
import { explained } from "./explained";
import { cases } from "./make-case";
import { makeJudge } from "./make-judge";
import { openFrictionless } from "./open-frictionless";
import { shrink } from "./shrink";
import { tellCase, tellSides } from "./tell-case";

const document = join(import.meta.dirname, "../../docs/CONFORMANCE.md");
const mostShown = 10;

const { values: flags } = parseArgs({
  options: {
    python: { type: "string" },
    cases: { type: "string", default: "2000" },
    seed: { type: "string", default: "1" },
    write: { type: "boolean", default: false },
  },
});
const say = (text: string) => process.stdout.write(`${text}\n`);

const folder = await mkdtemp(join(tmpdir(), "differential-"));
const frictionless = await openFrictionless(flags.python ?? "python3", folder);
const judge = makeJudge(frictionless, folder);
const faults: string[] = [];

/** Judges the example of each reason; it must show that reason and no other. */
async function judgeExamples(): Promise<Map<string, Difference>> {
  const shown = new Map<string, Difference>();
  for (const { id, example } of explained) {
    const { byReason, unexplained } = await judge(example);
    const [first] = byReason.get(id) ?? [];
    if (first) shown.set(id, first);
    if (!first || byReason.size > 1 || unexplained.length > 0)
      faults.push(
        `the example of ${id} shows ${[...byReason.keys(), ...unexplained.map(tell)].join(", ") || "nothing"}`,
      );
  }
  return shown;
}

function tell(difference: Difference): string {
  const { ours, theirs } = tellSides(difference);
  return `row ${difference.row}, column ${difference.column}: here ${ours}, Frictionless ${theirs}`;
}

async function checkDocument(shown: Map<string, Difference>): Promise<void> {
  const table = renderTable((id) => shown.get(id));
  const text = await readFile(document, "utf8");
  if (flags.write) await writeFile(document, withTable(text, table));
  else if (readTable(text) !== table)
    faults.push("docs/CONFORMANCE.md does not have the table of differences: run with --write");
}

async function judgeCases(): Promise<void> {
  const [count, seed] = [Number(flags.cases), Number(flags.seed)];
  const byReason = new Map<string, { cases: number; differences: number }>();
  const kinds = new Set<string>();
  let [agreed, same] = [0, 0];
  for (const test of fc.sample(cases, { seed, numRuns: count })) {
    const verdict = await judge(test);
    agreed += verdict.agreed;
    if (verdict.byReason.size + verdict.unexplained.length === 0) same++;
    for (const [id, differences] of verdict.byReason) {
      const entry = byReason.get(id) ?? { cases: 0, differences: 0 };
      byReason.set(id, { cases: entry.cases + 1, differences: entry.differences + differences.length });
    }
    for (const difference of verdict.unexplained) {
      const kind = kindOf(difference);
      if (kinds.size < mostShown && !kinds.has(kind)) faults.push(await smallest(test, kind));
      kinds.add(kind);
    }
  }
  const table = new Table({ head: ["reason", "cases", "differences"], style: { head: [], border: [] } });
  for (const { id } of explained) {
    const { cases: some, differences } = byReason.get(id) ?? { cases: 0, differences: 0 };
    table.push([id, some, differences]);
  }
  say(table.toString());
  say(
    `Frictionless ${frictionless.version}, seed ${seed}: ${count} cases, ${same} without a difference; ${agreed} complaints that both make`,
  );
  if (kinds.size > 0) faults.push(`${kinds.size} kinds of difference have no explanation`);
}

const kindOf = ({ field, ours, theirs }: Difference) => [field?.type, field?.format, ours, theirs].join(" ");

async function smallest(test: Parameters<typeof judge>[0], kind: string): Promise<string> {
  const isSame = (difference: Difference) => kindOf(difference) === kind;
  const small = await shrink(test, async (smaller) => (await judge(smaller)).unexplained.some(isSame));
  const [difference] = (await judge(small)).unexplained.filter(isSame);
  return `unexplained: ${tellCase(small)}\n  ${difference ? tell(difference) : kind}`;
}

try {
  await checkDocument(await judgeExamples());
  await judgeCases();
} finally {
  await frictionless.close();
  await rm(folder, { recursive: true, force: true });
}
for (const fault of faults) say(fault);
process.exitCode = faults.length > 0 ? 1 : 0;
