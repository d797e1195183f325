import type { ValidationSummary } from "@/core/validate-file";
import { db } from "./client";
import { Severity } from "./severity";

/** Exact totals per code and column of a completed run; none before. */
export async function listTotals(input: {
  ownerId: string;
  runId: string;
}): Promise<ValidationSummary["totals"]> {
  const rows = await db().validationTotal.findMany({
    where: { runId: input.runId, run: { ownerId: input.ownerId } },
    orderBy: [{ count: "desc" }, { code: "asc" }, { column: "asc" }],
  });
  return rows.map(({ code, severity, column, field, count, impact }) => ({
    code,
    severity: Severity.parse(severity),
    column,
    field,
    count: Number(count),
    impact: impact === null ? null : Number(impact),
  }));
}
