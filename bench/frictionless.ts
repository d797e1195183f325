import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { z } from "zod";
import { frictionlessPython } from "../tests/differential/frictionless-python.mjs";
import type { Pass } from "./core-child";
import { typedFile } from "./files";
import { typedFileSchema } from "./make-typed-file";
import { record } from "./results";
import { medians, runPass } from "./run-pass";

const rows = 100_000;
const Answer = z.object({ wall: z.number(), cpu: z.number(), rows: z.number(), errors: z.number() });

/** Rows per second of the core and of Frictionless over one file with one schema (no key), turn by turn, each in its own process. */
export async function frictionless(rounds: number): Promise<void> {
  const { python, missing } = await frictionlessPython();
  if (python === undefined) throw new Error(`the bench against Frictionless needs ${missing}`);
  const path = await typedFile(rows);
  const { primaryKey: _, ...schema } = typedFileSchema;
  await writeFile(`${path}.schema.json`, JSON.stringify(schema));
  const [ours, theirs]: [Pass[], z.infer<typeof Answer>[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    ours.push(await runPass("core", path));
    const driver = join(import.meta.dirname, "time_frictionless.py");
    const { stdout } = await promisify(execFile)(python, [driver, path, `${path}.schema.json`]);
    theirs.push(Answer.parse(JSON.parse(stdout)));
  }
  if (theirs.some((answer) => answer.rows !== rows || answer.errors !== 0))
    throw new Error("Frictionless did not find the file sound");
  const [core, other] = [medians(ours), medians(theirs)];
  for (const time of ["wall", "cpu"] as const) {
    const reference = `Frictionless, 100k rows x 10, ${time}`;
    record(reference, rows / other[time], "rows/s");
    record(`core alone, 100k rows x 10, ${time}`, rows / core[time], "rows/s", reference, rows / other[time]);
  }
}
