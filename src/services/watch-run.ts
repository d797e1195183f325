import { listTotals } from "@/db/list-totals";
import { readSnapshot } from "@/db/read-snapshot";
import { AppError } from "@/errors";
import { isFinal, Snapshot } from "@/snapshot";
import { createBell } from "./bell";
import type { Call, Context } from "./context";
import { findOwnRun } from "./find-own-run";
import { createFreshFindings } from "./fresh-findings";
import type { WatchRunInput } from "./inputs";
import { openMailbox } from "./mailbox";
import { createQueuePlace } from "./queue-place";
import { rulesetFacts } from "./ruleset-facts";
import type { RunDetails } from "./run-details";
import { stopSignal, throwIfStopping } from "./stream-stop";
import type { WatchEvent } from "./watch-event";

const safetyLookMs = 15_000;

/**
 * One run, live: the row as it stands (unless it still is at `lastEventId`), then newer revisions only, and the place
 * in the queue while it waits. Returns after the final event; a run between attempts goes on.
 * Throws AppError `not-found` (also when the run is deleted meanwhile) and `unavailable` when the server stops.
 */
export async function* watchRun({ ctx, input }: Call<WatchRunInput>): AsyncGenerator<WatchEvent, void> {
  const { runId } = input;
  const stop = stopSignal(ctx.signal);
  const bell = createBell(stop);
  let isWaiting = true;
  const mailbox = await openMailbox(bell, {
    snapshot: (snapshot) => snapshot.runId === runId,
    // What happens to other runs matters only to one that waits behind them.
    change: (news) => (news.runId === runId ? "look" : isWaiting ? "moved" : null),
  });
  try {
    let current = Snapshot.parse(await findOwnRun(ctx, runId));
    let sent = resumeAt(input.lastEventId, current.revision);
    let lookedAt = performance.now();
    const findings = createFreshFindings(ctx.actor.ownerId, runId);
    const place = createQueuePlace(runId);

    while (!stop.aborted) {
      current = newer(current, mailbox.takeSnapshots()[0]);
      if (mailbox.takeLooks().length > 0 || performance.now() - lookedAt >= safetyLookMs) {
        current = newer(current, await readRow(runId));
        lookedAt = performance.now();
        place.moved();
      }
      if (mailbox.takeMoved()) place.moved();
      isWaiting = current.status === "queued";

      if (isFinal(current.status)) {
        const run = await findOwnRun(ctx, runId);
        current = Snapshot.parse(run);
        if (!isFinal(run.status)) continue; // a person asked for a retry meanwhile
        await place.refresh(current, true);
        yield {
          ...(await ending(ctx, run)),
          ...place.current(),
          snapshot: current,
          findings: await findings.next(current),
        };
        return;
      }
      const news = current.revision > sent;
      const otherPlace = await place.refresh(current, news);
      if (news || otherPlace) {
        sent = current.revision;
        yield { ...place.current(), snapshot: current, findings: await findings.next(current) };
      }
      await bell.wait(Math.min(lookedAt + safetyLookMs - performance.now(), place.dueIn(current)));
    }
    throwIfStopping();
  } finally {
    mailbox.close();
  }
}

/** The revision that the reader has; none when it names one that this run never had. */
function resumeAt(lastEventId: string | null | undefined, revision: number): number {
  const last = Number(lastEventId ?? 0);
  return Number.isInteger(last) && last <= revision ? last : 0;
}

function newer(current: Snapshot, other: Snapshot | undefined): Snapshot {
  return other && other.revision > current.revision ? other : current;
}

async function readRow(runId: string): Promise<Snapshot> {
  const snapshot = await readSnapshot(runId);
  if (!snapshot) throw new AppError("not-found", "The run was deleted.");
  return snapshot;
}

async function ending(
  ctx: Context,
  run: RunDetails,
): Promise<Pick<WatchEvent, "totals" | "report" | "fileKept" | "overview">> {
  const [totals, { overview }] = await Promise.all([
    listTotals({ ownerId: ctx.actor.ownerId, runId: run.runId }),
    rulesetFacts(run),
  ]);
  return { totals, report: run.report, fileKept: run.fileKept, overview };
}
