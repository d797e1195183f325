import { mkdtemp, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { parseRuleset } from "@/core/schema/ruleset";
import { type CoreProgress, validateFile } from "@/core/validate-file";
import { bareParse } from "./bare-parse";
import { peakMegabytes } from "./peak-megabytes";
import { keyRuleset, schemaWithoutKey, setsRuleset } from "./typed-rulesets";

type Stages = Record<CoreProgress["stage"], number>;

/** What one pass over a file took, in a process of its own. */
export interface Pass {
  /** Wall time and CPU time of all threads, in seconds. */
  wall: number;
  cpu: number;
  /** The highest the process's resident memory has been, in MB. */
  peak: number;
  rows: number;
  errorRows: number;
  warnings: number;
  /** Seconds of each stage of the core, by the last report of each. */
  stages: Stages;
}

/** bare: csv-parse alone. The others are the core: structure without a ruleset, cells without the key, with it, and with rules over groups. */
export const What = z.enum(["bare", "structure", "core", "key", "sets"]);
export type What = z.infer<typeof What>;

const rulesets = { structure: null, core: schemaWithoutKey, key: keyRuleset, sets: setsRuleset };

/** The core without queue and database. */
async function core(path: string, document: unknown) {
  const scratchDir = await mkdtemp(join(dirname(path), "scratch-"));
  const started = performance.now();
  const ends: Partial<Stages> = {};
  try {
    const { rows, errorRows, counts, report } = await validateFile({
      path,
      bytes: (await stat(path)).size,
      ruleset: document === null ? null : parseRuleset(document),
      scratchDir,
      keptPerCode: 1000,
      stagingMemoryMb: 96,
      onProgress: ({ stage }) => {
        ends[stage] = performance.now();
      },
      onFindings: () => {},
    });
    if (report.notRun.length > 0) throw new Error(`not checked: ${JSON.stringify(report.notRun)}`);
    return { rows, errorRows, warnings: counts.warning, stages: lengths(started, ends) };
  } finally {
    await rm(scratchDir, { recursive: true, force: true });
  }
}

function lengths(started: number, ends: Partial<Stages>): Stages {
  const parse = ends.parse ?? started;
  const insert = ends.insert ?? parse;
  const seconds = (from: number, to: number) => (to - from) / 1000;
  return {
    parse: seconds(started, parse),
    insert: seconds(parse, insert),
    rules: seconds(insert, ends.rules ?? insert),
  };
}

async function bare(path: string) {
  const { records } = await bareParse(path);
  return { rows: records - 1, errorRows: 0, warnings: 0, stages: { parse: 0, insert: 0, rules: 0 } };
}

// Run as a process of its own: core-child.ts <what> <path>
const [what, path = ""] = [What.parse(process.argv[2]), process.argv[3]];
const [started, before] = [performance.now(), process.cpuUsage()];
const found = await (what === "bare" ? bare(path) : core(path, rulesets[what]));
const { user, system } = process.cpuUsage(before);
const wall = (performance.now() - started) / 1000;
const pass: Pass = { wall, cpu: (user + system) / 1e6, peak: await peakMegabytes(), ...found };
process.stdout.write(JSON.stringify(pass));
