import { addLog } from "@/db/add-log";
import { log } from "@/log";
import { describeError } from "./describe-error";

export interface Note {
  runId: string;
  level: "info" | "warn" | "error";
  source: "worker" | "queue";
  message: string;
  metadata?: Record<string, string | number | boolean | null>;
}

/** Tells people (the run's log) and operators (the process log) what happened. Never throws, and takes no cell value. */
export async function note(entry: Note): Promise<void> {
  const { message, level, ...fields } = entry;
  log[level](fields, message);
  try {
    await addLog(entry);
  } catch (error) {
    log.warn({ runId: entry.runId, error: describeError(error) }, "the run's log could not be written");
  }
}
