import { randomUUID } from "node:crypto";
import type { Finding } from "@/core/findings/finding";
import type { KeptFinding, ValidationSummary } from "@/core/validate-file";
import { insertFile } from "@/db/insert-file";
import { insertRun } from "@/db/insert-run";
import type { RunView } from "@/db/run-view";
import type { Priority } from "@/priority";

export const owner = "local";
export const stranger = "stranger";

export function makeFile(ownerId = owner) {
  return insertFile({ ownerId, name: "claims.csv", storageKey: randomUUID(), bytes: 1000, sha256: "00" });
}

/** A queued run of a new file. */
export async function makeRun(ownerId = owner, priority?: Priority): Promise<RunView> {
  const file = await makeFile(ownerId);
  const { isNew: _, ...run } = await insertRun({ ownerId, createdBy: "test", fileId: file.id, priority });
  return run;
}

export function finding(change: Partial<Finding> = {}): Finding {
  return {
    code: "type-error",
    severity: "error",
    row: 2,
    line: 2,
    byte: 10,
    column: 1,
    field: "age",
    params: { value: "abc" },
    ...change,
  };
}

export function kept(change: Partial<Finding> = {}, cells: string[] | null = ["abc", "x"]): KeptFinding {
  return { finding: finding(change), cells };
}

export function summaryOf(totals: ValidationSummary["totals"]): ValidationSummary {
  return {
    rows: 10,
    errorRows: 1,
    counts: { error: 1, warning: 0, info: 0 },
    codes: { "type-error": 1 },
    kept: 1,
    totals,
    rowsOfCodes: [],
    report: {
      encoding: "utf-8",
      encodingReason: "all bytes are valid UTF-8",
      badByte: null,
      delimiter: ",",
      quote: '"',
      lineEnding: "\n",
      header: true,
      titleLines: 0,
      rowsRefused: 0,
      records: 11,
      columns: [],
      notRun: [],
    },
  };
}
