import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/db/client";
import { isFinal } from "@/snapshot";
import { insist } from "./insist";
import type { LookedAt } from "./tally";

const lookEveryMs = 100;

export type Ends = ReturnType<typeof watchEnds>;

/** Looks at every run all the time, so that an end that is followed by another is seen. */
export function watchEnds(onLook: (runs: LookedAt[]) => void = () => {}) {
  const ends = new Map<string, string>();
  const twice = new Set<string>();
  const retried = new Set<string>();
  let isOver = false;

  const look = async () => {
    const runs = await insist(() =>
      db().validationRun.findMany({ select: { id: true, status: true, revision: true } }),
    );
    onLook(runs);
    for (const { id, status, revision } of runs) {
      const end = isFinal(status) ? `${status} ${revision}` : null;
      const before = ends.get(id);
      const isAskedFor = retried.has(id) && before?.startsWith("failed");
      if (before !== undefined && before !== end && !isAskedFor) twice.add(id);
      if (end) ends.set(id, end);
    }
  };
  const looking = (async () => {
    while (!isOver) {
      await look();
      await pause(lookEveryMs);
    }
  })();

  return {
    /** A person retries the failed run, so that another end may come. */
    allowRetry: (runId: string) => retried.add(runId),
    /** Looks once more; gives the runs that had more than one end. */
    async close(): Promise<Set<string>> {
      isOver = true;
      await looking;
      await look();
      return twice;
    },
  };
}
