import { z } from "zod";
import type { FileReport as CoreReport } from "@/core/validate-file";

/** How the file was read and what its columns hold, as the core wrote it at the end of a run. */
export const FileReport = z.object({
  encoding: z.string(),
  encodingReason: z.string(),
  badByte: z.object({ byte: z.number().int(), line: z.number().int() }).nullable(),
  delimiter: z.string(),
  quote: z.string().nullable(),
  lineEnding: z.string(),
  header: z.boolean(),
  titleLines: z
    .number()
    .int()
    .default(0)
    .meta({ description: "Rows above the header that were passed over." }),
  rowsRefused: z.number().int(),
  records: z.number().int(),
  columns: z.array(
    z.object({
      name: z.string(),
      field: z.string().nullable(),
      type: z.string(),
      empty: z.number().int(),
      fits: z.number().meta({ description: "Share of the filled cells that fit the type, 0-1." }),
      minLength: z.number().int(),
      maxLength: z.number().int(),
    }),
  ),
  notRun: z.array(
    z.object({
      check: z.string(),
      reason: z.string(),
      rows: z.number().int().optional().meta({ description: "Rows not judged, when others were." }),
    }),
  ),
}) satisfies z.ZodType<CoreReport>;
export type FileReport = z.infer<typeof FileReport>;
