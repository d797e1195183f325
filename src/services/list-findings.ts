import type { FindingView } from "@/db/finding-view";
import { listFindings as readFindings } from "@/db/list-findings";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import { findingsQuery } from "./findings-query";
import type { ListFindingsInput } from "./inputs";

/** Kept findings of one run by cursor pages. Throws AppError `not-found`. */
export async function listFindings({
  ctx,
  input,
}: Call<ListFindingsInput>): Promise<{ items: FindingView[]; nextCursor: string | null }> {
  await findOwnRun(ctx, input.runId);
  const { cursor, limit } = input;
  return readFindings({ ...(await findingsQuery(ctx.actor.ownerId, input)), cursor, limit });
}
