import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type KeptFinding, type ValidateOptions, validateFile } from "../src/core/validate-file";

/** Validates bytes as a file of their own; what was found, in short and in full. */
export async function checkBytes(content: string | Uint8Array, more: Partial<ValidateOptions> = {}) {
  const dir = await mkdtemp(join(tmpdir(), "check-"));
  try {
    const path = join(dir, "input.csv");
    const bytes = Buffer.from(content);
    await writeFile(path, bytes);
    const kept: KeptFinding[] = [];
    const summary = await validateFile({
      path,
      bytes: bytes.length,
      ruleset: null,
      scratchDir: dir,
      keptPerCode: 1000,
      stagingMemoryMb: 64,
      onProgress: () => {},
      onFindings: (batch) => {
        kept.push(...batch);
      },
      ...more,
    });
    const { report, codes, rows } = summary;
    const columns = report.columns.map(({ name }) => name);
    return { summary, report, codes, rows, kept, findings: kept.map(({ finding }) => finding), columns };
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
}
