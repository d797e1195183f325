import { z } from "zod";
import { DialectSettings, dialectProblem } from "@/core/csv/dialect-settings";
import { mostTablesBytes } from "@/core/references/table-limits";
import { priorities } from "@/priority";
import { queueRanges } from "@/queue-range";

export const RunId = z.object({ runId: z.uuid() });
export type RunId = z.infer<typeof RunId>;

/** How the file is read, when the person knows better than the detection. */
export const ReadOptions = DialectSettings.extend({
  skipLines: z
    .number()
    .int()
    .min(0)
    .max(1000)
    .optional()
    .meta({ description: "Rows to pass over above the header, such as a title." }),
}).superRefine((options, context) => {
  const problem = dialectProblem(options);
  if (problem) context.addIssue({ code: "custom", path: [problem.name], message: problem.message });
});
export type ReadOptions = z.infer<typeof ReadOptions>;

export const EnqueueOptions = z.object({
  rulesetId: z.string().min(1).max(100).optional(),
  rulesetVersion: z.number().int().positive().optional(),
  options: ReadOptions.optional(),
  priority: z
    .enum(priorities)
    .optional()
    .meta({ description: "How urgent the run is among all that wait. Normal when absent." }),
  /** Hours that the bytes stay after the run has ended; the service's own retention when absent. */
  keepHours: z
    .number()
    .int()
    .min(0)
    .max(24 * 90)
    .optional(),
});
export type EnqueueOptions = z.infer<typeof EnqueueOptions>;

export const EnqueueInput = EnqueueOptions.extend({ fileId: z.uuid() });
export type EnqueueInput = z.infer<typeof EnqueueInput>;

const limit = (fallback: number, most: number) => z.number().int().min(1).max(most).default(fallback);

export const ListRunsInput = z.object({
  cursor: z.string().max(200).optional(),
  limit: limit(50, 200),
  status: z.enum(["queued", "processing", "completed", "failed", "cancelled"]).optional(),
  search: z.string().max(200).optional(),
  batchId: z.uuid().optional().meta({ description: "Runs of this batch only." }),
});
export type ListRunsInput = z.infer<typeof ListRunsInput>;

export const FindingsFilter = RunId.extend({
  code: z.string().max(100).optional(),
  severity: z.enum(["error", "warning", "info"]).optional(),
  field: z.string().max(500).optional(),
  row: z.number().int().positive().optional(),
  subject: z
    .string()
    .max(40)
    .optional()
    .meta({ description: "Key of a subject, as the run's days give it." }),
  day: z
    .union([z.iso.date(), z.literal("none")])
    .optional()
    .meta({ description: "Day of the finding; `none` for findings of no day." }),
});
export type FindingsFilter = z.infer<typeof FindingsFilter>;

export const FindingId = RunId.extend({ findingId: z.string().max(20) });
export type FindingId = z.infer<typeof FindingId>;

export const ListFindingsInput = FindingsFilter.extend({
  cursor: z.string().max(200).optional(),
  limit: limit(100, 500),
});
export type ListFindingsInput = z.infer<typeof ListFindingsInput>;

export const WatchRunInput = RunId.extend({
  /** The id of the last event received: the revision that the reader already has. */
  lastEventId: z.string().max(20).nullish(),
});
export type WatchRunInput = z.infer<typeof WatchRunInput>;

export const WatchRunsInput = z.object({
  limit: limit(50, 200),
  status: ListRunsInput.shape.status,
  search: ListRunsInput.shape.search,
  lastEventId: z.string().max(20).nullish(),
});
export type WatchRunsInput = z.infer<typeof WatchRunsInput>;

export const RulesetRef = z.object({
  id: z.string().min(1).max(100),
  version: z.number().int().positive().optional(),
});
export type RulesetRef = z.infer<typeof RulesetRef>;

export const DraftRulesetInput = RunId.extend({
  lang: z.enum(["en", "fr"]).default("en").meta({ description: "Language of the remarks." }),
});
export type DraftRulesetInput = z.infer<typeof DraftRulesetInput>;

const RulesetText = z.string().max(1_000_000);

export const ReadRulesetInput = RulesetRef.extend({
  format: z.enum(["yaml", "json"]).optional().meta({ description: "As its author wrote it, when left out." }),
});
export type ReadRulesetInput = z.infer<typeof ReadRulesetInput>;

export const ReferenceTableRef = RulesetRef.extend({ path: z.string().min(1).max(200) });
export type ReferenceTableRef = z.infer<typeof ReferenceTableRef>;

export const RulesetId = RulesetRef.pick({ id: true });
export type RulesetId = z.infer<typeof RulesetId>;

/** The text of a ruleset that is being written. */
export const RulesetDraft = z.object({
  text: RulesetText,
  lang: z.enum(["en", "fr"]).default("en").meta({ description: "Language of what is said of it." }),
});
export type RulesetDraft = z.infer<typeof RulesetDraft>;

/** A ruleset as YAML or JSON text, or as the document itself. */
export const SaveRulesetInput = z.object({
  document: z.union([RulesetText, z.record(z.string(), z.unknown())]),
  /** CSV text by the path of the reference table. What is not sent stays as the latest version has it. */
  tables: z
    .record(z.string().max(200), z.string())
    .refine(isWithinLimit, "are too large together")
    .optional(),
});
export type SaveRulesetInput = z.infer<typeof SaveRulesetInput>;

function isWithinLimit(tables: Record<string, string>): boolean {
  const texts = Object.values(tables);
  return texts.reduce((size, text) => size + text.length, 0) <= mostTablesBytes;
}

const Lang = z.enum(["en", "fr"]).default("en").meta({ description: "Language of the sentences." });

export const ExportReportInput = RunId.extend({
  format: z.enum(["frictionless", "facnet"]).default("frictionless").meta({
    description: "The shape of a Frictionless report, or what `facnet check --format json` prints.",
  }),
  lang: Lang,
});
export type ExportReportInput = z.infer<typeof ExportReportInput>;

export const ExportRowsInput = RunId.extend({
  part: z.enum(["faulty", "sound"]).meta({
    description: "The rows with errors and those that could not be read, or all others.",
  }),
  lang: Lang,
  safe: z.boolean().optional().meta({
    description:
      "Whether cells that a spreadsheet would run as formulas get an apostrophe in front; unless said, in the faulty rows alone.",
  }),
});
export type ExportRowsInput = z.infer<typeof ExportRowsInput>;

export const CompareRunsInput = RunId.extend({
  otherId: z.uuid(),
  limit: limit(100, 500),
});
export type CompareRunsInput = z.infer<typeof CompareRunsInput>;

export const QueueRangeInput = z.object({
  range: z.enum(queueRanges).default("hour").meta({ description: "How far back the history goes." }),
});
export type QueueRangeInput = z.infer<typeof QueueRangeInput>;

export const WatchQueueInput = QueueRangeInput.extend({ lastEventId: z.string().max(20).nullish() });
