import type { FindingView } from "@/db/finding-view";
import { listFindings } from "@/db/list-findings";
import type { Snapshot } from "@/snapshot";

const mostSent = 50;

/** Reads, for one stream, the kept findings that it has not sent yet, at most 50 an attempt. */
export function createFreshFindings(ownerId: string, runId: string) {
  let attempt = -1;
  let sent = 0;
  let cursor: string | undefined;
  return {
    async next(snapshot: Snapshot): Promise<FindingView[]> {
      // A new attempt wipes the findings of the one before and starts over.
      if (snapshot.attempt !== attempt) {
        attempt = snapshot.attempt;
        sent = 0;
        cursor = undefined;
      }
      if (sent >= mostSent || snapshot.kept <= sent) return [];
      const { items } = await listFindings({ ownerId, runId, cursor, limit: mostSent - sent });
      sent += items.length;
      cursor = items.at(-1)?.id ?? cursor;
      return items;
    },
  };
}
