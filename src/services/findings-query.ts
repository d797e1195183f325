import type { FindingsQuery } from "@/db/list-findings";
import type { FindingsFilter } from "./inputs";
import { subjectOfKey } from "./subject-key";

type Condition = Omit<FindingsQuery, "cursor" | "limit">;

/** The filter of a request as the store reads it. Throws AppError `not-found` for a subject that the run has not. */
export async function findingsQuery(ownerId: string, filter: FindingsFilter): Promise<Condition> {
  const { runId, code, severity, field, row, subject, day } = filter;
  return {
    ownerId,
    runId,
    code,
    severity,
    field,
    row,
    subject: subject === undefined ? undefined : await subjectOfKey({ ownerId, runId }, subject),
    day: day === "none" ? null : day,
  };
}
