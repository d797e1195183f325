import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { parseRuleset } from "../../../src/core/schema/ruleset";
import { type KeptFinding, validateFile } from "../../../src/core/validate-file";

export const referenceDate = "2026-11-15";

/** Validates a file's bytes against one of the rulesets that come with the service. */
export async function validateSampleFile(id: string, bytes: Buffer) {
  const folder = resolve("rulesets", id);
  const ruleset = parseRuleset(parse(await readFile(join(folder, "ruleset.yaml"), "utf8")));
  const dir = await mkdtemp(join(tmpdir(), "ruleset-"));
  try {
    const path = join(dir, "input.csv");
    await writeFile(path, bytes);
    const kept: KeptFinding[] = [];
    const summary = await validateFile({
      path,
      bytes: bytes.length,
      ruleset,
      references: Object.fromEntries(
        (ruleset.references ?? []).map((table) => [table.path, join(folder, table.path)]),
      ),
      scratchDir: dir,
      keptPerCode: 1000,
      stagingMemoryMb: 64,
      referenceDate,
      onProgress() {},
      onFindings: (batch) => {
        kept.push(...batch);
      },
    });
    return { ...summary, kept };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}

/** For each code the rows that its findings are about, one list for each finding, in an order of their own. */
export function rowsAtFault(kept: readonly KeptFinding[]): Record<string, number[][]> {
  const byCode: Record<string, number[][]> = {};
  for (const { finding, affectedRows } of kept) {
    byCode[finding.code] ??= [];
    byCode[finding.code]?.push(affectedRows ?? (finding.row === null ? [] : [finding.row]));
  }
  for (const lists of Object.values(byCode)) lists.sort((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
  return byCode;
}
