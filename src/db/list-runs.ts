import type { RunStatus } from "@/snapshot";
import { db } from "./client";
import { readCursor, TimedCursor, timedCursorOf } from "./cursor";
import type { Prisma } from "./generated/client";
import { type RunView, toRunView, withFile } from "./run-view";
import { safeText } from "./safe-text";

export interface RunsQuery {
  ownerId: string;
  cursor?: string | undefined;
  limit: number;
  status?: RunStatus | undefined;
  /** Part of the file's name, whatever its case. */
  search?: string | undefined;
  batchId?: string | undefined;
}

/** Newest first. Throws AppError `invalid-input` for a cursor of another list. */
export async function listRuns(query: RunsQuery): Promise<{ items: RunView[]; nextCursor: string | null }> {
  const where: Prisma.ValidationRunWhereInput = { ownerId: query.ownerId };
  if (query.batchId) where.batchId = query.batchId;
  if (query.status) where.status = query.status;
  if (query.search) where.fileName = { contains: literally(query.search), mode: "insensitive" };
  if (query.cursor) {
    const { at, id } = readCursor(TimedCursor, query.cursor);
    where.OR = [{ createdAt: { lt: at } }, { createdAt: at, id: { lt: id } }];
  }
  const rows = await db().validationRun.findMany({
    where,
    include: withFile,
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: query.limit + 1,
  });
  const page = rows.slice(0, query.limit);
  const last = rows.length > query.limit ? page.at(-1) : undefined;
  return { items: page.map(toRunView), nextCursor: last ? timedCursorOf(last) : null };
}

/** Prisma leaves the wildcards of LIKE as they are. */
function literally(text: string): string {
  return safeText(text).replace(/[\\%_]/g, "\\$&");
}
