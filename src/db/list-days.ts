import type { Severity as CoreSeverity } from "@/core/findings/finding";
import { db } from "./client";
import { Severity } from "./severity";
import { dayOfMoment } from "./stored-day";

interface OwnRun {
  ownerId: string;
  runId: string;
}

/** Kept findings of one severity that are of one subject and day. */
export interface DayCount {
  subject: string;
  /** ISO; null for findings of no day. */
  day: string | null;
  severity: CoreSeverity;
  count: number;
  /** Money at stake in them; null when none has any. */
  impact: number | null;
}

const ofSubjects = ({ ownerId, runId }: OwnRun) => ({ runId, run: { ownerId }, subject: { not: null } });

/** Counts the run's kept findings that have a subject, by subject, day and severity. */
export async function listDays(run: OwnRun): Promise<DayCount[]> {
  const groups = await db().validationResult.groupBy({
    by: ["subject", "day", "severity"],
    where: ofSubjects(run),
    _count: { _all: true },
    _sum: { impact: true },
    orderBy: [{ subject: "asc" }, { day: "asc" }],
  });
  return groups.map(({ subject, day, severity, _count, _sum }) => ({
    subject: subject ?? "",
    day: day && dayOfMoment(day),
    severity: Severity.parse(severity),
    count: _count._all,
    impact: _sum.impact === null ? null : Number(_sum.impact),
  }));
}

/** How many findings of each code are kept, for the codes that have a subject. */
export async function countKept({ ownerId, runId }: OwnRun): Promise<Map<string, number>> {
  const { validationResult } = db();
  const codes = await validationResult.groupBy({ by: ["code"], where: ofSubjects({ ownerId, runId }) });
  const counts = await validationResult.groupBy({
    by: ["code"],
    where: { runId, run: { ownerId }, code: { in: codes.map(({ code }) => code) } },
    _count: { _all: true },
  });
  return new Map(counts.map(({ code, _count }) => [code, _count._all]));
}

/** The subjects of the run's kept findings. */
export async function listSubjects(run: OwnRun): Promise<string[]> {
  const groups = await db().validationResult.groupBy({ by: ["subject"], where: ofSubjects(run) });
  return groups.flatMap(({ subject }) => (subject === null ? [] : [subject]));
}

/** True when a kept finding of the run has a subject. */
export async function hasSubjects(run: OwnRun): Promise<boolean> {
  const first = await db().validationResult.findFirst({ where: ofSubjects(run), select: { id: true } });
  return first !== null;
}
