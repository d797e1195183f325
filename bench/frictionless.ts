import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { frictionlessPython } from "../tests/differential/frictionless-python.mjs";
import type { Pass } from "./core-child";
import { typedFile, wrongFile } from "./files";
import { typedFileSchema } from "./make-typed-file";
import { record } from "./results";
import { medians, runPass } from "./run-pass";

const run = promisify(execFile);
const rows = 100_000;
const Answer = z.object({ wall: z.number(), cpu: z.number(), rows: z.number(), errors: z.number() });

/** Rows per second of the core and of Frictionless over one file with one schema (no key), turn by turn, each in its own process. */
export async function frictionless(rounds: number): Promise<void> {
  const { python, missing } = await frictionlessPython();
  if (python === undefined) throw new Error(`the bench against Frictionless needs ${missing}`);
  const { primaryKey: _, ...schema } = typedFileSchema;
  const sound = await typedFile(rows);
  await writeFile(`${sound}.schema.json`, JSON.stringify(schema));

  async function theirs(path: string, errors: number) {
    const driver = join(import.meta.dirname, "time_frictionless.py");
    const { stdout } = await run(python ?? "", [driver, path, `${sound}.schema.json`]);
    const answer = Answer.parse(JSON.parse(stdout));
    if (answer.rows !== rows || answer.errors !== errors)
      throw new Error(`Frictionless found ${answer.errors} errors in ${answer.rows} rows`);
    return answer;
  }

  for (const [what, path, errors] of [
    ["no row wrong", sound, 0],
    ["every row wrong", await wrongFile(rows), rows],
  ] as const) {
    const [core, other]: [Pass[], z.infer<typeof Answer>[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      core.push(await runPass("core", path));
      other.push(await theirs(path, errors));
    }
    const [fast, slow] = [medians(core), medians(other)];
    for (const time of ["wall", "cpu"] as const) {
      const reference = `Frictionless, 100k rows x 10, ${what}, ${time}`;
      record(reference, rows / slow[time], "rows/s");
      record(
        `core alone, 100k rows x 10, ${what}, ${time}`,
        rows / fast[time],
        "rows/s",
        reference,
        rows / slow[time],
      );
    }
  }
}
