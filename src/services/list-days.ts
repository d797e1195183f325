import type { Severity } from "@/core/findings/finding";
import { moneyAtStake, type Stake } from "@/core/findings/money-at-stake";
import { countKept, type DayCount, listDays as readDays } from "@/db/list-days";
import { AppError } from "@/errors";
import type { Call } from "./context";
import { findOwnRun } from "./find-own-run";
import type { RunId } from "./inputs";
import { rulesetFacts } from "./ruleset-facts";
import { subjectKey } from "./subject-key";

interface Gathered extends Stake {
  counts: Record<Severity, number>;
}

export interface DayOverview extends Gathered {
  /** ISO; null for findings of no day. */
  day: string | null;
}

export interface SubjectOverview extends Gathered {
  /** Stands for the subject in addresses and filters. */
  key: string;
  subject: string;
  /** The days at fault, in order. */
  days: DayOverview[];
}

export interface DaysOverview {
  /** The field that says whose findings they are, and the one that says of which day. */
  by: string;
  day: string | null;
  currency: string | null;
  /** True when not every finding of these codes is kept: counts and money are then of the kept ones. */
  keptOnly: boolean;
  /** Those with the most money at stake first, then those with the most findings. */
  subjects: SubjectOverview[];
}

/**
 * The kept findings of a run gathered by subject and day, as its ruleset's `overview` asks.
 * Throws AppError `not-found`, and `conflict` when the ruleset has no overview.
 */
export async function listDays({ ctx, input }: Call<RunId>): Promise<DaysOverview> {
  const run = await findOwnRun(ctx, input.runId);
  const own = { ownerId: ctx.actor.ownerId, runId: input.runId };
  const { currency, overview } = await rulesetFacts(run);
  if (!overview) throw new AppError("conflict", "The run has no days: its ruleset has no overview.");
  const [counts, kept] = await Promise.all([readDays(own), countKept(own)]);
  return {
    by: overview.by,
    day: overview.day,
    currency,
    keptOnly: [...kept].some(([code, count]) => count < (run.codes[code] ?? 0)),
    subjects: subjectsOf(run.runId, counts).sort(heaviestFirst),
  };
}

function subjectsOf(runId: string, counts: readonly DayCount[]): SubjectOverview[] {
  return Array.from(
    groupBy(counts, ({ subject }) => subject),
    ([subject, ofSubject]) => ({
      key: subjectKey(runId, subject),
      subject,
      ...gather(ofSubject),
      days: Array.from(
        groupBy(ofSubject, ({ day }) => day),
        ([day, ofDay]) => ({ day, ...gather(ofDay) }),
      ),
    }),
  );
}

function groupBy<T, Key>(items: readonly T[], keyOf: (item: T) => Key): Map<Key, T[]> {
  const groups = new Map<Key, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

function gather(items: readonly DayCount[]): Gathered {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity, count } of items) counts[severity] += count;
  return { counts, ...moneyAtStake(items) };
}

function heaviestFirst(a: SubjectOverview, b: SubjectOverview): number {
  return (
    (b.atStake ?? 0) - (a.atStake ?? 0) ||
    (b.missed ?? 0) - (a.missed ?? 0) ||
    b.counts.error - a.counts.error ||
    b.counts.warning - a.counts.warning ||
    b.counts.info - a.counts.info ||
    (a.subject < b.subject ? -1 : 1)
  );
}
