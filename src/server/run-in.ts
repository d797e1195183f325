import { z } from "zod";

const About = z.object({ runId: z.uuid().optional(), batchId: z.uuid().optional() });

/** The run and the batch that a procedure's input names, for the log; nothing when it names none. */
export function runIn(input: unknown): { runId?: string; batchId?: string } {
  const { runId, batchId } = About.safeParse(input).data ?? {};
  return { ...(runId === undefined ? {} : { runId }), ...(batchId === undefined ? {} : { batchId }) };
}
