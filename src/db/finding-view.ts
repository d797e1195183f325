import { z } from "zod";
import type { Finding, Params } from "@/core/findings/finding";
import type { ValidationResult } from "./generated/client";
import { Severity } from "./severity";
import { dayOfMoment } from "./stored-day";

/** A kept finding: what it says, and the row it is about. */
export type FindingView = Finding & {
  /** Also a cursor: findings of a run are in the order of their ids. */
  id: string;
  /** The row's cells, null for a finding on no row. */
  cells: string[] | null;
  affectedRows: number[];
  /** Whose finding it is and of which day (ISO), when the ruleset has an overview. */
  subject: string | null;
  day: string | null;
};

const StoredParams: z.ZodType<Params> = z.record(
  z.string(),
  z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())]),
);

export function toFindingView(row: ValidationResult, cells: string[] | null): FindingView {
  return {
    id: String(row.id),
    code: row.code,
    severity: Severity.parse(row.severity),
    row: numberOf(row.row),
    line: numberOf(row.line),
    byte: numberOf(row.byte),
    column: row.column,
    field: row.field,
    params: StoredParams.parse(row.params),
    cells,
    affectedRows: row.affectedRows.map(Number),
    ...(row.impact === null ? {} : { impact: Number(row.impact) }),
    subject: row.subject,
    day: row.day && dayOfMoment(row.day),
  };
}

function numberOf(value: bigint | null): number | null {
  return value === null ? null : Number(value);
}
