import { z } from "zod";
import { EnqueueOptions, ReadOptions } from "@/services/inputs";

const fromText = <T extends z.ZodType>(schema: T) =>
  z.preprocess((text) => (text === "" ? undefined : text), schema);
const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);
const flag = z.enum(["true", "false"]).transform((text) => text === "true");
const { shape } = ReadOptions;

const namedDelimiters = { comma: ",", semicolon: ";", tab: "\t", pipe: "|", space: " " } as const;
const lineTerminators = { lf: "\n", crlf: "\r\n", cr: "\r" } as const;

const isNamed = (text: string): text is keyof typeof namedDelimiters => Object.hasOwn(namedDelimiters, text);

/** The options of `POST /api/validations` as a form or a query string writes them. */
export const SubmitFields = z.strictObject({
  ruleset: fromText(z.string().optional()).meta({
    description: "Id of the ruleset. Structure only when absent.",
  }),
  rulesetVersion: fromText(whole.optional()).meta({
    description: "Version of the ruleset. The latest when absent.",
  }),
  encoding: fromText(shape.encoding).meta({
    description: "Fixes the encoding instead of detecting it.",
  }),
  delimiter: fromText(z.string().max(9).optional()).meta({
    description: "Fixes the delimiter: one sign, or comma, semicolon, tab, pipe, space.",
    examples: [";", "tab"],
  }),
  quoteChar: fromText(z.string().max(4).optional()).meta({
    description: 'What encloses cells: one sign, or none. " when absent.',
  }),
  doubleQuote: fromText(flag.optional()).meta({
    description: "Whether a quote inside quotes is written twice. True unless there is an escapeChar.",
  }),
  escapeChar: fromText(shape.escapeChar).meta({
    description: "What stands before a quote inside quotes instead.",
  }),
  header: fromText(flag.optional()).meta({
    description: "Whether the first row that is not passed over is a header.",
  }),
  skipLines: fromText(whole.optional()).meta({
    description: "How many rows above the header, such as a title, are passed over. Detected when absent.",
  }),
  skipInitialSpace: fromText(flag.optional()).meta({
    description: "Whether white space at the start of a cell is dropped.",
  }),
  commentChar: fromText(shape.commentChar).meta({
    description: "A line that starts with this sign is passed over.",
  }),
  lineTerminator: fromText(z.enum(["lf", "crlf", "cr"]).optional()).meta({
    description: "Fixes what ends a row.",
  }),
  keepHours: fromText(whole.optional()).meta({
    description: "Hours that the file is kept after the run has ended.",
  }),
  priority: fromText(EnqueueOptions.shape.priority).meta({
    description: "How urgent the run is among all that wait: high, normal or low.",
  }),
});
export type SubmitFields = z.infer<typeof SubmitFields>;

/** Reads the fields into a service's input. Throws ZodError. */
export function toEnqueueOptions(fields: Record<string, string>): EnqueueOptions {
  const { ruleset, rulesetVersion, keepHours, priority, ...read } = SubmitFields.parse(fields);
  const { delimiter, quoteChar, lineTerminator } = read;
  return EnqueueOptions.parse({
    rulesetId: ruleset,
    rulesetVersion,
    keepHours,
    priority,
    options: {
      ...read,
      delimiter: delimiter && isNamed(delimiter) ? namedDelimiters[delimiter] : delimiter,
      quoteChar: quoteChar === "none" ? null : quoteChar,
      lineTerminator: lineTerminator && lineTerminators[lineTerminator],
    },
  });
}
