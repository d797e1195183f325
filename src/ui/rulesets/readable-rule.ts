import { z } from "zod";

const Text = z.object({ en: z.string().optional(), fr: z.string().optional() });
export type RuleText = z.infer<typeof Text>;

const Measure = z.looseObject({
  count: z.literal(true).optional(),
  distinct: z.string().optional(),
  sum: z.string().optional(),
  min: z.string().optional(),
  max: z.string().optional(),
  where: z.string().optional(),
});
export type Measure = z.infer<typeof Measure>;

/** What a page tells of a stored rule, of whichever kind. */
export const ReadableRule = z.looseObject({
  id: z.string(),
  kind: z.enum(["row", "reference", "group", "sequence"]),
  severity: z.string().default("error"),
  title: Text.optional(),
  message: Text,
  solution: Text.optional(),
  unknown: Text.optional(),
  inactive: Text.optional(),
  source: z.string().optional(),
  effective: z.object({ from: z.string().optional(), to: z.string().optional() }).optional(),
  verified: z.boolean().optional(),
  when: z.string().optional(),
  check: z.string().optional(),
  table: z.string().optional(),
  key: z.array(z.string()).default([]),
  narrow: z.record(z.string(), z.string()).default({}),
  validOn: z.string().optional(),
  by: z.array(z.string()).default([]),
  where: z.string().optional(),
  measures: z.record(z.string(), Measure).default({}),
  mark: z.string().optional(),
  orderBy: z.array(z.string()).default([]),
  impact: z.string().optional(),
});
export type ReadableRule = z.infer<typeof ReadableRule>;

/** A text in the reader's language, or in the one that there is. */
export function inLanguage(text: RuleText | undefined, locale: string): string | undefined {
  return text && ((locale === "fr" ? text.fr : text.en) ?? text.en ?? text.fr);
}
