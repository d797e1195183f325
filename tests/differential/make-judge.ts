import type { Case } from "./case";
import { compare, type Difference } from "./compare";
import { explained } from "./explained";
import type { openFrictionless } from "./open-frictionless";
import { ourComplaints } from "./our-complaints";

export interface Verdict {
  /** Complaints that both make. */
  agreed: number;
  /** Differences by the id of what explains them. */
  byReason: Map<string, Difference[]>;
  unexplained: Difference[];
}

export type Judge = (test: Case) => Promise<Verdict>;

/** Makes the judgement of one case by both programs. */
export function makeJudge(frictionless: Awaited<ReturnType<typeof openFrictionless>>, folder: string): Judge {
  return async (test) => {
    const [ours, theirs] = [await ourComplaints(test, folder), await frictionless.judge(test)];
    const { agreed, differences } = compare(test, ours, theirs);
    const byReason = new Map<string, Difference[]>();
    const unexplained: Difference[] = [];
    for (const difference of differences) {
      const reason = explained.find(({ when }) => when(difference));
      if (!reason) unexplained.push(difference);
      else byReason.set(reason.id, [...(byReason.get(reason.id) ?? []), difference]);
    }
    return { agreed, byReason, unexplained };
  };
}
