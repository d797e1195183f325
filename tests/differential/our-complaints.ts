import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Finding } from "../../src/core/findings/finding";
import { parseRuleset, RulesetError } from "../../src/core/schema/ruleset";
import { validateFile } from "../../src/core/validate-file";
import { type Case, type Complaint, writeCase, writeRecords } from "./case";

const kinds: Record<string, string> = {
  "format-error": "type-error",
  "out-of-locale": "type-error",
  required: "constraint-error",
  pattern: "constraint-error",
  enum: "constraint-error",
  minimum: "constraint-error",
  maximum: "constraint-error",
  "min-length": "constraint-error",
  "max-length": "constraint-error",
  "json-schema": "constraint-error",
  unique: "unique-error",
};
const ofRow = new Set(["primary-key", "foreign-key", "blank-row"]);

/** What we say of a case, in Frictionless' words. */
export async function ourComplaints(test: Case, folder: string): Promise<Complaint[]> {
  const path = join(folder, "ours.csv");
  const scratchDir = join(folder, "scratch");
  const text = Buffer.from(writeCase(test));
  await writeFile(path, text);
  await rm(scratchDir, { recursive: true, force: true });
  await mkdir(scratchDir);
  const findings: Finding[] = [];
  try {
    const { schema, dialect } = test;
    await validateFile({
      path,
      bytes: text.length,
      ruleset: parseRuleset({
        id: "case",
        title: "Case",
        schema,
        dialect: { ...dialect, encoding: "utf-8" },
      }),
      scratchDir,
      keptPerCode: 10_000,
      stagingMemoryMb: 64,
      onProgress: () => {},
      onFindings: (batch) => {
        findings.push(...batch.map(({ finding }) => finding));
      },
    });
  } catch (error) {
    if (error instanceof RulesetError) return [{ row: 0, column: 0, kind: "schema-error" }];
    throw error;
  }
  return findings
    .filter(({ row, severity }) => row !== null || severity !== "info")
    .flatMap((finding) => inTheirWords(finding, test))
    .map((complaint) => ({ ...complaint, row: withComments(complaint.row, test) }));
}

/** One of our findings may stand for several of theirs: a short row is one of ours, each cell it lacks one of theirs. */
function inTheirWords({ code, row, column, params }: Finding, test: Case): Complaint[] {
  const kind = kinds[code] ?? code;
  const { expected, found, everyRow } = params;
  if (
    (code === "missing-cell" || code === "extra-cell") &&
    typeof expected === "number" &&
    typeof found === "number"
  ) {
    const columns = Array.from(
      { length: Math.abs(expected - found) },
      (_, i) => Math.min(expected, found) + i + 1,
    );
    const rows = everyRow === true ? test.rows.map((_, i) => i + 2) : [row ?? 0];
    return rows.flatMap((at) => columns.map((number) => ({ row: at, column: number, kind })));
  }
  return [{ row: row ?? 0, column: ofRow.has(code) ? 0 : (column ?? 0), kind }];
}

/** A comment is no row for us; Frictionless counts it. */
function withComments(row: number, test: Case): number {
  const { commentChar } = test.dialect;
  if (commentChar === undefined) return row;
  let left = row;
  let at = 0;
  for (const record of writeRecords(test)) {
    if (left === 0) break;
    at++;
    if (!record.startsWith(commentChar)) left--;
  }
  return at;
}
