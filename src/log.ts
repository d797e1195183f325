import { AsyncLocalStorage } from "node:async_hooks";
import pino from "pino";
import { onGlobal } from "./on-global";

/** What every line of one piece of work carries. */
export interface LogFields {
  requestId?: string;
  runId?: string;
  jobId?: string;
  attempt?: number;
  batchId?: string;
}

const fields = onGlobal("log-fields", () => new AsyncLocalStorage<LogFields>());

/** Structured log of one process, one JSON object a line. Log ids and counts; never a cell value. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: null,
  redact: { paths: ["*.value", "*.cells", "*.params", "err.cause.parameters"], remove: true },
  mixin: () => ({ ...fields.getStore() }),
});

/** Whatever is logged by `work`, and by what it calls, carries these fields too. */
export function withLogFields<T>(more: LogFields, work: () => T): T {
  return fields.run({ ...fields.getStore(), ...more }, work);
}

/** Adds what became known meanwhile to the lines that the work at hand still writes. */
export function addLogFields(more: LogFields): void {
  const known = fields.getStore();
  if (known) Object.assign(known, more);
}

export function logFields(): LogFields {
  return fields.getStore() ?? {};
}
