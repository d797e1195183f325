import { db } from "@/db/client";
import { insist } from "./insist";

interface Strike {
  kind: string;
  at: number;
  /** Revisions of the runs that were at work, until they have moved on. */
  waitingFor: Map<string, number>;
  /** False while something beside the runs is still away. */
  isBack(): boolean;
  runIds: string[];
  resumedAfterMs: number | null;
}

export type Tally = ReturnType<typeof createTally>;
export interface LookedAt {
  id: string;
  status: string;
  revision: number;
}

const always = () => true;

/** Keeps count of the faults, and of how long it took after each until every run that was at work had moved on. */
export function createTally() {
  const strikes: Strike[] = [];

  return {
    count: () => strikes.length,
    /** A fault is over: what it took away is back, or its successor is starting. */
    async struck(kind: string, isBack: () => boolean = always): Promise<void> {
      const select = { id: true, revision: true };
      const runs = await insist(() =>
        db().validationRun.findMany({ where: { status: "processing" }, select }),
      );
      strikes.push({
        kind,
        at: performance.now(),
        waitingFor: new Map(runs.map(({ id, revision }) => [id, revision])),
        isBack,
        runIds: runs.map(({ id }) => id),
        resumedAfterMs: null,
      });
    },
    look(runs: LookedAt[]): void {
      for (const strike of strikes) {
        if (strike.resumedAfterMs !== null) continue;
        for (const { id, revision } of runs)
          if (revision > (strike.waitingFor.get(id) ?? Number.POSITIVE_INFINITY))
            strike.waitingFor.delete(id);
        if (strike.waitingFor.size === 0 && strike.isBack())
          strike.resumedAfterMs = Math.round(performance.now() - strike.at);
      }
    },
    /** One line for each kind; a fault is survived when everything went on and no run that was at work came to harm. */
    lines(harmed: ReadonlySet<string>): string[] {
      const kinds = [...new Set(strikes.map(({ kind }) => kind))].sort();
      return kinds.map((kind) => {
        const mine = strikes.filter((strike) => strike.kind === kind);
        const survived = mine.filter(
          ({ resumedAfterMs, runIds }) => resumedAfterMs !== null && !runIds.some((id) => harmed.has(id)),
        );
        const told = mine.filter(({ runIds, isBack }) => runIds.length > 0 || isBack !== always);
        const times = told.flatMap(({ resumedAfterMs }) => resumedAfterMs ?? []);
        const median = times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
        const resumed = median === undefined ? "no run at work" : `resumed after ${median} ms (median)`;
        return `${kind}: ${mine.length} done, ${survived.length} survived, ${resumed}`;
      });
    },
  };
}
