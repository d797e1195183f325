import { type BatchView, toBatchView } from "./batch-view";
import { readCursor, TimedCursor, timedCursorOf } from "./cursor";
import { readBatches } from "./read-batches";

export interface BatchesPageQuery {
  ownerId: string;
  cursor?: string | undefined;
  limit: number;
}

/** Newest first. Throws AppError `invalid-input` for a cursor of another list. */
export async function listBatches({
  ownerId,
  cursor,
  limit,
}: BatchesPageQuery): Promise<{ items: BatchView[]; nextCursor: string | null }> {
  const before = cursor === undefined ? undefined : readCursor(TimedCursor, cursor);
  const rows = await readBatches({ ownerId, before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.map(toBatchView),
    nextCursor: last ? timedCursorOf({ createdAt: last.created_at, id: last.id }) : null,
  };
}
