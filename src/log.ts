import pino from "pino";

/** Structured log of one process. Log ids and counts; never a cell value. */
export const log = pino({
  level: process.env.LOG_LEVEL || "info",
  base: null,
  redact: { paths: ["*.value", "*.cells", "*.params", "err.cause.parameters"], remove: true },
});
