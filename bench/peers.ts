import { writeFile } from "node:fs/promises";
import type { Contender, PeerPass } from "./contender";
import { core, csvclean, duckdb, facnetCheck, frictionlessBy } from "./contenders";
import { typedFile, wrongFile } from "./files";
import { median, record, remark } from "./results";
import { scaled, shortNumber } from "./scale";
import { plantedWarnings, schemaWithoutKey, typedFileSchema } from "./typed-rulesets";

interface Match {
  what: string;
  path: string;
  rows: number;
  /** How much each contender must find, so that all did the work. */
  found: number;
  ours: Contender;
  peers: Contender[];
}

/** Other programs on the same file with the same rules, as far as each can express them, turn by turn, each pass in its own process. */
export async function peers(rounds: number): Promise<void> {
  const [rows, fewer] = [scaled(1_000_000), scaled(100_000)];
  const [sound, wrong] = [await typedFile(rows), await wrongFile(fewer)];
  const [withKey, withoutKey] = [`${sound}.schema.json`, `${wrong}.schema.json`];
  await writeFile(withKey, JSON.stringify(typedFileSchema));
  await writeFile(withoutKey, JSON.stringify(schemaWithoutKey));
  const frictionless = await frictionlessBy();
  const matches: Match[] = [
    {
      what: `${shortNumber(rows)} rows, number of cells`,
      path: sound,
      rows,
      found: 0,
      ours: core("structure", "errorRows"),
      peers: await csvclean(),
    },
    {
      what: `${shortNumber(rows)} rows, types, constraints, key`,
      path: sound,
      rows,
      found: 0,
      ours: core("key", "errorRows"),
      peers: [...facnetCheck(withKey), ...frictionless(withKey), ...duckdb("key")],
    },
    {
      what: `${shortNumber(rows)} rows, types, constraints, key, two group rules`,
      path: sound,
      rows,
      found: plantedWarnings,
      ours: core("sets", "warnings"),
      peers: duckdb("sets"),
    },
    {
      what: `${shortNumber(fewer)} rows, every row wrong, types, constraints`,
      path: wrong,
      rows: fewer,
      found: fewer,
      ours: core("core", "errorRows"),
      peers: [...frictionless(withoutKey), ...duckdb("core")],
    },
  ];
  for (const match of matches) await play(match, rounds);
}

async function play(match: Match, rounds: number): Promise<void> {
  const { ours, peers } = match;
  const table = [ours, ...peers].map((contender) => ({ contender, passes: [] as PeerPass[] }));
  for (let round = 0; round < rounds; round++)
    for (const { contender, passes } of table) passes.push(await checkedPass(match, contender));

  const [base, ...others] = table.map(({ contender, passes }) => ({ contender, own: figuresOf(passes) }));
  if (!base) return;
  tell(match.what, base.contender, base.own);
  for (const { contender, own } of others) {
    tell(match.what, contender, own, base.own);
    if (own.wall < base.own.wall)
      remark(
        `We lose to ${contender.name} (${match.what}): the core takes ${(base.own.wall / own.wall).toFixed(2)} times as long. ${contender.unlike}`,
      );
  }
}

async function checkedPass({ what, path, rows, found }: Match, contender: Contender): Promise<PeerPass> {
  const pass = await contender.pass(path);
  if (pass.found !== found || pass.rows !== rows)
    throw new Error(
      `${what}: ${contender.name} finds ${pass.found} in ${pass.rows} rows, not ${found} in ${rows}`,
    );
  return pass;
}

type Figures = ReturnType<typeof figuresOf>;

function figuresOf(passes: readonly PeerPass[]) {
  const middle = (values: (number | null)[]) => {
    const known = values.filter((value) => value !== null);
    return known.length === 0 ? null : median(known);
  };
  return {
    wall: median(passes.map(({ wall }) => wall)),
    cpu: middle(passes.map(({ cpu }) => cpu)),
    peak: middle(passes.map(({ peak }) => peak)),
  };
}

function tell(what: string, { name }: Contender, own: Figures, base?: Figures): void {
  for (const figure of ["wall", "cpu", "peak"] as const) {
    const value = own[figure];
    if (value === null) continue;
    const of = base?.[figure] ?? undefined;
    const unit = figure === "peak" ? "MB" : "s";
    record(`${what}: ${name}, ${figure}`, value, unit, of === undefined ? "" : "core", of);
  }
}
