import { db } from "./client";
import { toJson } from "./json";
import type { LogView } from "./log-view";
import { safeText } from "./safe-text";

type Entry = Pick<LogView, "level" | "source" | "message"> & {
  runId: string;
  metadata?: LogView["metadata"];
};

/** Writes what happened to a run; nothing when the run is gone. */
export async function addLog({ runId, level, source, message, metadata = {} }: Entry): Promise<void> {
  const json = JSON.stringify(toJson(metadata));
  await db().$executeRaw`
    INSERT INTO validation_logs (validation_run_id, level, source, message, metadata)
    SELECT id, ${level}, ${source}, ${safeText(message)}, ${json}::jsonb
    FROM validation_runs WHERE id = ${runId}::uuid FOR KEY SHARE`;
}
