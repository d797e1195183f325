import { db } from "./client";
import { LogLevel, LogMetadata, type LogView } from "./log-view";

/** Oldest first. */
export async function listLogs(input: { ownerId: string; runId: string }): Promise<LogView[]> {
  const rows = await db().validationLog.findMany({
    where: { runId: input.runId, run: { ownerId: input.ownerId } },
    orderBy: { id: "asc" },
  });
  return rows.map((row) => ({
    id: String(row.id),
    timestamp: row.timestamp.toISOString(),
    level: LogLevel.parse(row.level),
    source: row.source,
    message: row.message,
    metadata: LogMetadata.parse(row.metadata),
  }));
}
