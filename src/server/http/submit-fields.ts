import { z } from "zod";
import { EnqueueOptions, ReadOptions } from "@/services/inputs";

const fromText = <T extends z.ZodType>(schema: T) =>
  z.preprocess((text) => (text === "" ? undefined : text), schema);
const whole = z
  .string()
  .regex(/^\d{1,9}$/)
  .transform(Number);

/** The options of `POST /api/validations` as a form or a query string writes them. */
export const SubmitFields = z.strictObject({
  ruleset: fromText(z.string().optional()).meta({
    description: "Id of the ruleset. Structure only when absent.",
  }),
  rulesetVersion: fromText(whole.optional()).meta({
    description: "Version of the ruleset. The latest when absent.",
  }),
  encoding: fromText(ReadOptions.shape.encoding).meta({
    description: "Fixes the encoding instead of detecting it.",
  }),
  delimiter: fromText(z.enum([",", ";", "tab", "\t", "|"]).optional()).meta({
    description: "Fixes the delimiter.",
  }),
  header: fromText(z.enum(["true", "false"]).optional()).meta({
    description: "Whether the first record is a header.",
  }),
  keepHours: fromText(whole.optional()).meta({
    description: "Hours that the file is kept after the run has ended.",
  }),
});
export type SubmitFields = z.infer<typeof SubmitFields>;

/** Reads the fields into a service's input. Throws ZodError. */
export function toEnqueueOptions(fields: Record<string, string>): EnqueueOptions {
  const { ruleset, rulesetVersion, encoding, delimiter, header, keepHours } = SubmitFields.parse(fields);
  return EnqueueOptions.parse({
    rulesetId: ruleset,
    rulesetVersion,
    keepHours,
    options: {
      encoding,
      delimiter: delimiter === "tab" ? "\t" : delimiter,
      header: header === undefined ? undefined : header === "true",
    },
  });
}
