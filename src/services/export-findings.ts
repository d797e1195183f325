import type { FindingView } from "@/db/finding-view";
import { listFindings } from "@/db/list-findings";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import { findingsQuery } from "./findings-query";
import type { FindingsFilter } from "./inputs";

const pageSize = 500;

/** All kept findings of one run that pass the filter, read page by page. Throws AppError `not-found` at once. */
export async function exportFindings({
  ctx,
  input,
}: Call<FindingsFilter>): Promise<AsyncGenerator<FindingView, void>> {
  await findOwnRun(ctx, input.runId);
  return pages(await findingsQuery(ctx.actor.ownerId, input));
}

async function* pages(query: Awaited<ReturnType<typeof findingsQuery>>): AsyncGenerator<FindingView, void> {
  let cursor: string | undefined;
  do {
    const page = await listFindings({ ...query, cursor, limit: pageSize });
    yield* page.items;
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
}
