import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { byPlace } from "../findings/by-place";
import type { Finding } from "../findings/finding";
import type { ReferenceTable } from "../schema/reference-table";
import { validateFile } from "../validate-file";
import { mostReferenceBytes, rulesetOfTable } from "./load-table";
import { type TableFault, tableFaults } from "./table-fault";

interface TableFile {
  path: string;
  bytes: number;
  /** An existing folder; the caller removes it. */
  scratchDir: string;
}

/** Reads a reference table's whole file against its schema. Resolves to its rows and what makes it unusable. */
export async function checkReferenceTable(
  reference: ReferenceTable,
  { path, bytes, scratchDir }: TableFile,
): Promise<{ rows: number; faults: TableFault[] }> {
  if (bytes > mostReferenceBytes)
    return { rows: 0, faults: [{ table: reference.path, code: "file-too-large" }] };
  const findings: Finding[] = [];
  // Each validation has a folder to itself: its staging database is there.
  const ownDir = await mkdtemp(join(scratchDir, "table-"));
  const { rows } = await validateFile({
    path,
    bytes,
    ruleset: rulesetOfTable(reference),
    scratchDir: ownDir,
    keptPerCode: 20,
    stagingMemoryMb: 64,
    onProgress: () => {},
    onFindings: (batch) => void findings.push(...batch.map(({ finding }) => finding)),
  });
  return { rows, faults: tableFaults(reference.path, rows, findings.sort(byPlace)) };
}
