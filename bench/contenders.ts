import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { version } from "@duckdb/node-api";
import { z } from "zod";
import { frictionless, frictionlessPython, pythonWith } from "../tests/differential/frictionless-python.mjs";
import { type Contender, passOf } from "./contender";
import type { What } from "./core-child";
import type { Asked } from "./duckdb-child";
import { remark } from "./results";
import { runPass } from "./run-pass";

const Checked = z.object({ rows: z.number(), total: z.number() });
const csvkit = "csvkit==2.2.0";

/** Our own core, one thread of JavaScript and one of DuckDB. */
export function core(what: What, found: "errorRows" | "warnings"): Contender {
  return {
    name: "core",
    async pass(path) {
      const { wall, cpu, peak, ...rest } = await runPass(what, path);
      return { wall, cpu, peak, rows: rest.rows, found: rest[found] };
    },
    unlike: "",
  };
}

/** The terminal's check as one starts it, Node's own start and the report as JSON included; none when nothing is built. */
export function facnetCheck(schemaPath: string): Contender[] {
  const program = join(import.meta.dirname, "../dist/cli/facnet.js");
  if (!existsSync(program)) {
    remark("facnet check: not built.");
    return [];
  }
  return [
    {
      name: "facnet check, whole process",
      async pass(path) {
        const started = performance.now();
        const args = [program, "check", path, "--schema", schemaPath, "--format", "json"];
        const { stdout } = await promisify(execFile)(process.execPath, args);
        const wall = (performance.now() - started) / 1000;
        const { rows, total } = Checked.parse(JSON.parse(stdout));
        return { wall, cpu: null, peak: null, rows, found: total };
      },
      unlike: "",
    },
  ];
}

/** DuckDB itself over the same file, with as many threads as there are cores, and with one. */
export function duckdb(what: Asked): Contender[] {
  return [...new Set([availableParallelism(), 1])].map((threads) => ({
    name: `DuckDB ${version()}, ${threads === 1 ? "1 thread" : `${threads} threads`}`,
    pass: (path) => passOf(process.execPath, ["duckdb-child.ts", what, path, String(threads)]),
    unlike: duckdbUnlike(threads),
  }));
}

function duckdbUnlike(threads: number): string {
  const code = `It is native code${threads > 1 ? ` on ${threads} threads` : ""} that holds the table in columns`;
  return `${code}, and its queries only count: no row number, line, byte, cells or sentence for a broken constraint, key or rule, no profile of the columns, and a row that it cannot read is looked at no further.`;
}

/** By a schema's path; none, with a remark, when there is no Python that has it. */
export async function frictionlessBy(): Promise<(schemaPath: string) => Contender[]> {
  const { python, missing } = await frictionlessPython();
  if (python === undefined) {
    const none = notInstalled("Frictionless", missing);
    return () => none;
  }
  return (schemaPath) => [
    {
      name: nameOf(frictionless),
      pass: (file) => passOf(python, ["time_frictionless.py", file, schemaPath]),
      unlike: "It profiles no column.",
    },
  ];
}

/** None, with a remark, when there is no Python that has it. */
export async function csvclean(): Promise<Contender[]> {
  const { python, missing } = await pythonWith(csvkit);
  if (python === undefined) return notInstalled("csvclean", missing);
  return [
    {
      name: `csvclean of ${nameOf(csvkit)}`,
      pass: (file) => passOf(python, ["time_csvclean.py", file]),
      unlike: "It looks at the number of cells alone, detects no encoding and profiles no column.",
    },
  ];
}

function notInstalled(name: string, missing: string): Contender[] {
  remark(`${name}: not installed (it needs ${missing}).`);
  return [];
}

const nameOf = (required: string) => required.replace("==", " ").replace("frictionless", "Frictionless");
