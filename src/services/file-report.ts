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
      format: z.string().optional(),
      decimalChar: z.string().optional(),
      groupChar: z.string().optional(),
      trueValues: z.array(z.string()).optional(),
      falseValues: z.array(z.string()).optional(),
      filled: z.number().int(),
      distinct: z.number().int().nullable().meta({
        description: "Different cells, within 2 % unless `isExact`; null in a file too wide to count them.",
      }),
      isExact: z.boolean(),
      grows: z.boolean().meta({ description: "Each cell is greater than the one before." }),
      min: z.string().nullable(),
      max: z.string().nullable(),
      top: z.array(z.object({ text: z.string(), count: z.number().int() })),
      histogram: z
        .array(z.number().int())
        .nullable()
        .meta({ description: "Cells in each of twelve equal parts between min and max." }),
      isDayUncertain: z.boolean().optional().meta({ description: "The day could be the month." }),
    }),
  ),
  ruleTitles: z
    .record(z.string(), z.array(z.string()))
    .optional()
    .meta({ description: "Titles of the ruleset's rules, in English and in French, by their ids." }),
  notRun: z.array(
    z.object({
      check: z.string(),
      reason: z.string(),
      rows: z.number().int().optional().meta({ description: "Rows not judged, when others were." }),
    }),
  ),
}) satisfies z.ZodType<CoreReport>;
export type FileReport = z.infer<typeof FileReport>;
