import { z } from "zod";

export const LogLevel = z.enum(["info", "warn", "error"]);
export const LogMetadata = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));

/** One thing that happened to a run, for people. Never holds a cell value. */
export interface LogView {
  id: string;
  timestamp: string;
  level: z.infer<typeof LogLevel>;
  source: string;
  message: string;
  metadata: z.infer<typeof LogMetadata>;
}
