import { setTimeout as pause } from "node:timers/promises";
import type { BatchView } from "@/db/batch-view";
import { type BatchRun, listBatchRuns } from "@/db/list-batch-runs";
import type { BatchEvent } from "./batch-event";
import type { WatchBatchInput } from "./batch-inputs";
import { createBell } from "./bell";
import type { Call } from "./context";
import { findOwnBatch } from "./find-own-batch";
import { livingWorkers } from "./living-workers";
import { openMailbox } from "./mailbox";
import { stopSignal, throwIfStopping } from "./stream-stop";

const safetyLookMs = 15_000;
/** However fast its runs move, a batch is added up so often at most. */
const atMostEveryMs = 300;

/**
 * One batch and all of its runs, live over one stream: the whole first (unless the reader has it, by `lastEventId`), then
 * at each new revision the batch and the runs that changed. Returns after the event of its end.
 * Throws AppError `not-found` (also when it is deleted meanwhile) and `unavailable` when the server stops.
 */
export async function* watchBatch({ ctx, input }: Call<WatchBatchInput>): AsyncGenerator<BatchEvent, void> {
  const { batchId } = input;
  const { ownerId } = ctx.actor;
  const stop = stopSignal(ctx.signal);
  const bell = createBell(stop);
  /** Revision of each run that the reader has. */
  const known = new Map<string, number>();
  const strangers = new Set<string>();
  const mailbox = await openMailbox(bell, {
    snapshot: (snapshot) => snapshot.batchId === batchId && snapshot.ownerId === ownerId,
    change(news) {
      if (news.deleted) return known.has(news.runId) ? "deleted" : null;
      if (known.has(news.runId)) return "look";
      // Whose run it is, its announcement says; of which batch, its row.
      return news.ownerId === ownerId && !strangers.has(news.runId) ? "look" : null;
    },
    batch: (change) => change.batchId === batchId,
  });
  const readRuns = (runIds?: readonly string[]) =>
    listBatchRuns({ ownerId, batchId, ...(runIds && { runIds }) });
  const takeNew = (runs: BatchRun[]) => {
    const fresh = runs.filter(({ runId, revision }) => revision > (known.get(runId) ?? -1));
    for (const { runId, revision } of fresh) known.set(runId, revision);
    return fresh;
  };
  try {
    // The batch first: what its runs do meanwhile comes with the next revision.
    let batch = await findOwnBatch(ctx, batchId);
    let sent = batch.revision;
    let workers = await livingWorkers();
    let lookedAt = performance.now();
    const all = takeNew(await readRuns());
    const isKnown = String(batch.revision) === input.lastEventId;
    if (!isKnown || batch.state === "finished")
      yield { batch, runs: isKnown ? [] : all, isWhole: !isKnown, deleted: [], workers };

    while (!stop.aborted && batch.state !== "finished") {
      await bell.wait(lookedAt + safetyLookMs - performance.now());
      await pause(lookedAt + atMostEveryMs - performance.now(), undefined, { signal: stop }).catch(() => {});
      if (stop.aborted) break;
      const isSafetyLook = performance.now() - lookedAt >= safetyLookMs;
      lookedAt = performance.now();
      const deleted = mailbox.takeDeleted();
      const looks = mailbox.takeLooks();
      const ids = [...new Set([...looks, ...mailbox.takeSnapshots().map(({ runId }) => runId)])];
      const [next, living] = await Promise.all([findOwnBatch(ctx, batchId), livingWorkers()]);
      batch = next;
      const isWhole = isSafetyLook || batch.state === "finished";
      const runs = isWhole ? await readRuns() : ids.length > 0 ? await readRuns(ids) : [];
      const found = new Set(runs.map(({ runId }) => runId));
      for (const id of looks) if (!found.has(id)) strangers.add(id);
      if (isWhole) for (const id of known.keys()) if (!found.has(id)) deleted.push(id);
      for (const id of deleted) known.delete(id);
      const fresh = takeNew(runs);
      if (!isNews(batch, sent) && fresh.length + deleted.length === 0 && living === workers) continue;
      sent = batch.revision;
      workers = living;
      yield { batch, runs: fresh, isWhole: false, deleted: [...new Set(deleted)], workers };
    }
    if (batch.state !== "finished") throwIfStopping();
  } finally {
    mailbox.close();
  }
}

const isNews = (batch: BatchView, sent: number) => batch.revision > sent || batch.state === "finished";
