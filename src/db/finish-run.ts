import type { ValidationSummary } from "@/core/validate-file";
import type { Snapshot } from "@/snapshot";
import { databaseNow } from "./clock";
import { toJson } from "./json";
import { packRowSets } from "./row-sets";
import { counterColumns } from "./run-counters";
import { safeText } from "./safe-text";
import { storedMoney } from "./stored-money";
import { inTransaction } from "./transaction";
import { updateRun } from "./update-run";

interface Finish {
  runId: string;
  claim: string;
  summary: ValidationSummary;
}

/** Completes a run: its exact totals, the rows of its codes and its status in one transaction. Returns null when the claim is lost. */
export async function finishRun({ runId, claim, summary }: Finish): Promise<Snapshot | null> {
  const rowSets = await packRowSets(runId, summary.rowsOfCodes);
  return inTransaction(async (tx) => {
    const mine = { id: runId, claim, status: "processing" } as const;
    const run = await tx.validationRun.findFirst({ where: mine, select: { bytesTotal: true } });
    if (!run) return null;
    const snapshot = await updateRun(
      mine,
      {
        ...counterColumns(summary),
        status: "completed",
        stage: "store",
        progress: 100,
        bytesRead: run.bytesTotal,
        claim: null,
        report: toJson(summary.report),
        errorCode: null,
        errorMessage: null,
        finishedAt: await databaseNow(),
      },
      tx,
    );
    if (!snapshot) return null;
    await tx.validationTotal.createMany({
      data: summary.totals.map((total) => ({
        runId,
        code: safeText(total.code),
        severity: total.severity,
        column: total.column,
        field: safeText(total.field),
        count: BigInt(total.count),
        impact: storedMoney(total.impact),
      })),
    });
    await tx.validationRowSet.createMany({ data: rowSets });
    return snapshot;
  });
}
