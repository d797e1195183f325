import { z } from "zod";
import { readyParts } from "@/services/check-ready";
import { FileReport } from "@/services/file-report";
import { Snapshot } from "@/snapshot";

const nullableWhole = z.number().int().nullable();

/** One run in a list. */
export const RunSummary = Snapshot.extend({
  fileId: z.uuid(),
  fileName: z.string(),
  fileKept: z
    .boolean()
    .meta({ description: "Whether the bytes are still there, so that a retry is possible." }),
  rulesetId: z.string().nullable(),
  rulesetVersion: nullableWhole,
  jobId: z.string().nullable(),
  createdAt: z.iso.datetime(),
  errorMessage: z.string().nullable(),
}).meta({ id: "RunSummary" });
export type RunSummary = z.infer<typeof RunSummary>;

/** One run on its own. */
export const Run = RunSummary.extend({
  report: FileReport.nullable(),
  currency: z
    .string()
    .nullable()
    .meta({ description: "ISO 4217 code of the money that findings put at stake." }),
  overview: z
    .object({ by: z.string(), day: z.string().nullable(), found: z.boolean() })
    .nullable()
    .meta({ description: "Fields by which findings are gathered, and whether any is." }),
}).meta({ id: "Run" });
export type Run = z.infer<typeof Run>;

export const RunsPage = z
  .object({ items: z.array(RunSummary), nextCursor: z.string().nullable() })
  .meta({ id: "RunsPage" });
export type RunsPage = z.infer<typeof RunsPage>;

export const Enqueued = z
  .object({ validationId: z.uuid(), status: z.literal("queued"), jobId: z.string() })
  .meta({ id: "Enqueued" });
export type Enqueued = z.infer<typeof Enqueued>;

const findingFields = {
  id: z.string(),
  code: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  row: nullableWhole.meta({ description: "Record number, the header being row 1." }),
  line: nullableWhole.meta({ description: "Physical line on which the record starts." }),
  byte: nullableWhole.meta({ description: "Offset of the record's first byte." }),
  column: nullableWhole,
  field: z.string().nullable(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string())])),
  cells: z.array(z.string()).nullable(),
  affectedRows: z
    .array(z.number().int())
    .meta({ description: "Rows that it is about, when there are several; the first 200." }),
  impact: z.number().optional().meta({ description: "Money at stake, to the cent." }),
  subject: z
    .string()
    .nullable()
    .meta({ description: "Whose finding it is, as the ruleset's overview says." }),
  day: z.iso.date().nullable(),
};

export const Finding = z
  .object({
    ...findingFields,
    title: z.string(),
    message: z.string(),
    remedy: z.string(),
  })
  .meta({ id: "Finding" });
export type Finding = z.infer<typeof Finding>;

export const FindingsPage = z
  .object({ items: z.array(Finding), nextCursor: z.string().nullable() })
  .meta({ id: "FindingsPage" });
export type FindingsPage = z.infer<typeof FindingsPage>;

/** The data of one server-sent event. */
export const WatchEvent = z
  .object({
    snapshot: Snapshot,
    position: nullableWhole.meta({ description: "Place in the queue, 1 being next; null unless queued." }),
    workers: z.number().int().nullable(),
    findings: z
      .array(z.object(findingFields))
      .meta({ description: "Kept findings that are new, 50 a stream at most." }),
    totals: z
      .array(
        z.object({
          code: z.string(),
          severity: findingFields.severity,
          column: z.number().int(),
          field: z.string(),
          count: z.number().int(),
          impact: z.number().nullable().optional().meta({ description: "Money at stake in all of them." }),
        }),
      )
      .optional(),
    report: Run.shape.report.optional(),
    fileKept: z.boolean().optional(),
    overview: Run.shape.overview.optional(),
  })
  .meta({ id: "WatchEvent" });
export type WatchEvent = z.infer<typeof WatchEvent>;

export const HealthBody = z
  .object({
    status: z.enum(["ok", "down"]),
    database: z.enum(["ok", "down"]),
    queue: z.enum(["ok", "down"]),
    workers: nullableWhole.meta({ description: "Living worker processes." }),
  })
  .meta({ id: "Health" });
export type HealthBody = z.infer<typeof HealthBody>;

export const LiveBody = z.object({ status: z.literal("live") }).meta({ id: "Liveness" });
export type LiveBody = z.infer<typeof LiveBody>;

export const ReadyBody = z
  .object({
    status: z.enum(["ready", "not-ready"]),
    notReady: z.array(z.enum(readyParts)).meta({ description: "The parts that stand in the way." }),
  })
  .meta({ id: "Readiness" });
export type ReadyBody = z.infer<typeof ReadyBody>;
