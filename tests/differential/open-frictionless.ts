import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { type Case, type Complaint, writeCase } from "./case";

const Greeting = z.object({ version: z.string() });
const Answer = z.object({
  errors: z.array(
    z.looseObject({
      type: z.string(),
      note: z.string().optional(),
      rowNumber: z.number().optional(),
      fieldNumber: z.number().optional(),
    }),
  ),
});

/** Complaints on the whole row, whatever field Frictionless names beside. */
const ofRow = new Set(["primary-key", "foreign-key", "blank-row"]);

/** Starts Frictionless in one Python process, which judges one case after the other. */
export async function openFrictionless(python: string, folder: string) {
  const child = spawn(python, [join(import.meta.dirname, "judge_cases.py")], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const read = async (): Promise<unknown> => {
    const { value, done } = await lines.next();
    if (done) throw new Error("Frictionless ended");
    return JSON.parse(value);
  };
  const { version } = Greeting.parse(await read());
  return {
    version,
    async judge(test: Case): Promise<Complaint[]> {
      const { lineTerminator, header, headerRows, commentChar, encoding, ...csv } = test.dialect;
      await writeFile(join(folder, "theirs.csv"), writeCase(test));
      const dialect = { header, ...(headerRows && { headerRows }), ...(commentChar && { commentChar }), csv };
      child.stdin.write(`${JSON.stringify({ path: "theirs.csv", folder, schema: test.schema, dialect })}\n`);
      return Answer.parse(await read()).errors.map(({ type, note, rowNumber, fieldNumber }) => ({
        row: rowNumber ?? (type.endsWith("-label") ? 1 : 0),
        column: ofRow.has(type) ? 0 : (fieldNumber ?? 0),
        kind: type,
        note,
      }));
    },
    async close(): Promise<void> {
      child.stdin.end();
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}
