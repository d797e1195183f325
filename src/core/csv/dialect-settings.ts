import { z } from "zod";

export const encodingLabels = [
  "utf-8",
  "utf-16",
  "utf-16le",
  "utf-16be",
  "windows-1252",
  "iso-8859-1",
] as const;

const sign = z.string().regex(/^[!-/:-@[-`{-~]$/, "must be one ASCII sign, no letter and no digit");

export const DelimiterSign = z
  .string()
  .regex(/^[\t !-/:-@[-`{-~]$/, "must be one ASCII sign, a tab or a space")
  .meta({ description: "What separates the cells." });

/** How a file is read where it is not left to detection, in the words of Frictionless' Table Dialect. */
export const DialectSettings = z.strictObject({
  encoding: z.enum(encodingLabels).optional().meta({ description: "What the bytes are read as." }),
  delimiter: DelimiterSign.optional(),
  quoteChar: sign.nullable().optional().meta({ description: "What encloses cells; null when nothing does." }),
  doubleQuote: z.boolean().optional().meta({
    description: "Whether a quote inside quotes is written twice. True unless there is an escapeChar.",
  }),
  escapeChar: sign.optional().meta({ description: "What stands before a quote inside quotes." }),
  header: z.boolean().optional().meta({ description: "Whether the file names its columns." }),
  headerRows: z
    .array(z.number().int().positive())
    .length(1)
    .optional()
    .meta({ description: "Number of the row that is the header; what stands above it is skipped." }),
  skipInitialSpace: z
    .boolean()
    .optional()
    .meta({ description: "Whether white space at the start of a cell is dropped." }),
  commentChar: sign.optional().meta({ description: "A line that starts with it is skipped." }),
  lineTerminator: z.enum(["\n", "\r\n", "\r"]).optional().meta({ description: "What ends a row." }),
});
export type DialectSettings = z.infer<typeof DialectSettings>;

/** Why settings contradict each other, with the one to change; null when they do not. */
export function dialectProblem(settings: DialectSettings): { name: string; message: string } | null {
  const { delimiter, quoteChar = '"', escapeChar, doubleQuote, commentChar, header, headerRows } = settings;
  if (delimiter !== undefined && delimiter === quoteChar)
    return { name: "quoteChar", message: "is the same as the delimiter" };
  if (escapeChar !== undefined && (quoteChar === null || doubleQuote === true))
    return { name: "escapeChar", message: "needs quotes that are not doubled" };
  if (escapeChar !== undefined && escapeChar === delimiter)
    return { name: "escapeChar", message: "is the same as the delimiter" };
  if (commentChar !== undefined && (commentChar === quoteChar || commentChar === delimiter))
    return { name: "commentChar", message: "is the same as the delimiter or the quote" };
  if (header === false && headerRows !== undefined)
    return { name: "headerRows", message: "contradicts header: false" };
  return null;
}
