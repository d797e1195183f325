import { listRuns as readRuns } from "@/db/list-runs";
import type { Call } from "./context";
import type { ListRunsInput } from "./inputs";
import { type RunSummary, toSummary } from "./run-details";

/** The actor's runs, newest first, by cursor pages. */
export async function listRuns({
  ctx,
  input,
}: Call<ListRunsInput>): Promise<{ items: RunSummary[]; nextCursor: string | null }> {
  const { items, nextCursor } = await readRuns({ ...input, ownerId: ctx.actor.ownerId });
  return { items: items.map(toSummary), nextCursor };
}
