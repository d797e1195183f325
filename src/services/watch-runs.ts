import { findRun } from "@/db/find-run";
import { listRuns } from "@/db/list-runs";
import { isFinal } from "@/snapshot";
import { createBell } from "./bell";
import type { Call } from "./context";
import type { WatchRunsInput } from "./inputs";
import { livingWorkers } from "./living-workers";
import { openMailbox } from "./mailbox";
import { toSummary } from "./run-details";
import { stopSignal, throwIfStopping } from "./stream-stop";
import type { RunsEvent } from "./watch-event";

const safetyLookMs = 15_000;

/**
 * All of the actor's runs, live: the first page, then snapshots, runs that are new or final, and deletions. The page
 * comes again when the number of workers changes. Ends when the reader leaves; throws `unavailable` when the server stops.
 */
export async function* watchRuns({ ctx, input }: Call<WatchRunsInput>): AsyncGenerator<RunsEvent, void> {
  const { ownerId } = ctx.actor;
  const { lastEventId: _, ...filter } = input;
  const stop = stopSignal(ctx.signal);
  const bell = createBell(stop);
  const mailbox = await openMailbox(bell, {
    snapshot: (snapshot) => snapshot.ownerId === ownerId,
    change(news) {
      // The queue's own events do not say whose run it is: those are looked up by owner.
      if (news.ownerId ? news.ownerId !== ownerId : news.deleted) return null;
      return news.deleted ? "deleted" : "look";
    },
  });
  /** Revision of each run that the reader has. */
  const known = new Map<string, number>();
  let workers = -1;
  let lookedAt = Number.NEGATIVE_INFINITY;
  try {
    while (!stop.aborted) {
      if (performance.now() - lookedAt >= safetyLookMs) {
        const [page, living] = await Promise.all([listRuns({ ...filter, ownerId }), livingWorkers()]);
        lookedAt = performance.now();
        const missed = page.items.filter((run) => run.revision > (known.get(run.runId) ?? -1));
        for (const run of page.items) known.set(run.runId, run.revision);
        if (living !== workers)
          yield {
            kind: "page",
            runs: page.items.map(toSummary),
            nextCursor: page.nextCursor,
            workers: living,
          };
        else for (const run of missed) yield { kind: "run", run: toSummary(run) };
        workers = living;
      }
      for (const runId of mailbox.takeDeleted()) {
        known.delete(runId);
        yield { kind: "deleted", runId };
      }
      const looks = new Set(mailbox.takeLooks());
      for (const snapshot of mailbox.takeSnapshots()) {
        const before = known.get(snapshot.runId);
        if (before === undefined || isFinal(snapshot.status)) looks.add(snapshot.runId);
        else if (snapshot.revision > before) {
          known.set(snapshot.runId, snapshot.revision);
          yield { kind: "snapshot", snapshot };
        }
      }
      for (const runId of looks) {
        const run = await findRun({ ownerId, runId });
        if (!run || run.revision <= (known.get(runId) ?? -1)) continue;
        known.set(runId, run.revision);
        yield { kind: "run", run: toSummary(run) };
      }
      await bell.wait(lookedAt + safetyLookMs - performance.now());
    }
    throwIfStopping();
  } finally {
    mailbox.close();
  }
}
