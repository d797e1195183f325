import type { FindingView } from "@/db/finding-view";
import { listFindings } from "@/db/list-findings";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { FindingsFilter } from "./inputs";

const pageSize = 500;

/** All kept findings of one run that pass the filter, read page by page. Throws AppError `not-found` at once. */
export async function exportFindings({
  ctx,
  input,
}: Call<FindingsFilter>): Promise<AsyncGenerator<FindingView, void>> {
  const run = await findOwnRun(ctx, input.runId);
  return pages(ctx.actor.ownerId, { ...input, runId: run.runId });
}

async function* pages(ownerId: string, filter: FindingsFilter): AsyncGenerator<FindingView, void> {
  let cursor: string | undefined;
  do {
    const page = await listFindings({ ...filter, ownerId, cursor, limit: pageSize });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
