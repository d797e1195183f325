import { z } from "zod";

const WithRun = z.object({ runId: z.uuid() });

/** The run that a procedure's input names, for the log; nothing when it names none. */
export function runIn(input: unknown): { runId?: string } {
  const parsed = WithRun.safeParse(input);
  return parsed.success ? { runId: parsed.data.runId } : {};
}
