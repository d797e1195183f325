import { setTimeout as pause } from "node:timers/promises";
import { log } from "@/log";
import { onGlobal } from "@/on-global";
import { Snapshot } from "@/snapshot";
import { type EventsProducer, makeEventsProducer, makeQueue, type ValidationQueue } from "./backend";
import type { BatchChange, RunChange } from "./contract";
import {
  batchChangeEvent,
  jobIdOf,
  jobName,
  jobOptions,
  priorityOfTurn,
  runChangeEvent,
  runIdOf,
  ValidationJob,
} from "./contract";
import { openInTime } from "./open-in-time";
import { depthStates, type QueueDepth, sumDepth } from "./queue-depth";

const openingMs = 3_000;
/** A worker looks at its run every second, so a cancelled run's job ends well within this time. */
const oldJobMs = 10_000;
const oldJobEveryMs = 100;

export interface JobStatus {
  id: string;
  state: string;
  /** The run's last snapshot; null before the first. */
  progress: Snapshot | null;
  data: ValidationJob;
}

/** What of a run its job is made from. */
interface QueuedRun {
  runId: string;
  fileName: string;
  turn?: number;
}

export interface Producer {
  /**
   * Adds the run's job, in place of one left from an earlier try, and returns its id. Throws when the queue is away,
   * and when the job of an earlier try does not end in 10 s.
   */
  enqueue(run: QueuedRun): Promise<string>;
  /** The same for many runs at once. */
  enqueueAll(runs: readonly QueuedRun[]): Promise<void>;
  /** False when there is no job, or a worker holds it. */
  removeJob(runId: string): Promise<boolean>;
  /** Puts the run's job, which pauses before another try, back among those that wait. */
  endPause(runId: string): Promise<void>;
  /** Tells every reader of events that a run has changed. */
  announce(change: RunChange): Promise<void>;
  /** Tells every reader of events that a batch has changed. */
  announceBatch(change: BatchChange): Promise<void>;
  /** Publishes a snapshot as the progress of the run's job; a change is announced when the job is gone. */
  ring(snapshot: Snapshot): Promise<void>;
  getJobStatus(jobId: string): Promise<JobStatus | null>;
  /** Number of jobs in each state. */
  counts(): Promise<Record<string, number>>;
  /** How many jobs wait, are at work, pause before another try, and are done and remembered. */
  depth(): Promise<QueueDepth>;
  /** Runs at work by name of the worker that holds them; null names one that tells none. */
  activeByWorker(): Promise<Map<string | null, string[]>>;
  close(): Promise<void>;
}

interface Parts {
  queue: ValidationQueue;
  events: EventsProducer;
}

/** The process's way into the queue. It connects at first use; a connection that could not open is tried anew. */
export function producer(): Producer {
  return onGlobal("producer", makeProducer);
}

function makeProducer(): Producer {
  let opening: Promise<Parts> | undefined;

  const parts = (): Promise<Parts> => {
    if (opening) return opening;
    const mine = openParts();
    opening = mine;
    mine.catch(() => {
      if (opening === mine) opening = undefined;
    });
    return mine;
  };
  const announce = async (change: RunChange) => {
    const { events } = await parts();
    await events.publishEvent({ eventName: runChangeEvent, change: JSON.stringify(change) });
  };

  return {
    announce,
    async announceBatch(change) {
      const { events } = await parts();
      await events.publishEvent({ eventName: batchChangeEvent, change: JSON.stringify(change) });
    },
    async enqueue(run) {
      const { queue } = await parts();
      const { name, data, opts } = jobOf(run);
      await clearOldJob(queue, opts.jobId);
      await queue.add(name, data, opts);
      return opts.jobId;
    },
    async enqueueAll(runs) {
      const { queue } = await parts();
      const jobs = runs.map(jobOf);
      for (const { opts } of jobs) await clearOldJob(queue, opts.jobId);
      await queue.addBulk(jobs);
    },
    async removeJob(runId) {
      const { queue } = await parts();
      const jobId = jobIdOf(runId);
      const job = await queue.getJob(jobId);
      if (!job || (await job.isActive())) return false;
      return (await queue.remove(jobId)) === 1;
    },
    async endPause(runId) {
      const { queue } = await parts();
      const job = await queue.getJob(jobIdOf(runId));
      if (await job?.isDelayed()) await job?.promote();
    },
    async ring(snapshot) {
      const { queue } = await parts();
      const job = await queue.getJob(jobIdOf(snapshot.runId));
      const { runId, ownerId } = snapshot;
      // Parsed, so that nothing but a snapshot's own fields enters the queue.
      if (job) await job.updateProgress(Snapshot.parse(snapshot));
      else await announce({ runId, ownerId, deleted: false });
    },
    async getJobStatus(jobId) {
      const { queue } = await parts();
      const job = await queue.getJob(jobId);
      if (!job) return null;
      const progress = Snapshot.safeParse(job.progress);
      return {
        id: jobId,
        state: await job.getState(),
        progress: progress.success ? progress.data : null,
        data: ValidationJob.parse(job.data),
      };
    },
    async counts() {
      const { queue } = await parts();
      return queue.getJobCounts("waiting", "prioritized", "active", "delayed", "completed", "failed");
    },
    async depth() {
      const { queue } = await parts();
      const counts = await queue.getJobCounts(...depthStates);
      return sumDepth(counts, await queue.isPaused());
    },
    async activeByWorker() {
      const { queue } = await parts();
      const held = new Map<string | null, string[]>();
      for (const job of await queue.getActive()) {
        const name = job?.processedBy ?? null;
        held.set(name, [...(held.get(name) ?? []), runIdOf(job?.id ?? "") ?? ""]);
      }
      return held;
    },
    async close() {
      const open = opening;
      opening = undefined;
      const found = await open?.catch(() => undefined);
      if (found) await closeParts(found);
    },
  };
}

function jobOf({ runId, fileName, turn = 1 }: QueuedRun) {
  const data: ValidationJob = { validationRunId: runId, fileName };
  return {
    name: jobName,
    data,
    opts: { ...jobOptions, jobId: jobIdOf(runId), priority: priorityOfTurn(turn) },
  };
}

async function openParts(): Promise<Parts> {
  const parts: Parts = { queue: makeQueue(), events: makeEventsProducer() };
  try {
    await Promise.all([openInTime(parts.queue, openingMs), openInTime(parts.events, openingMs)]);
    return parts;
  } catch (error) {
    await closeParts(parts);
    throw error;
  }
}

async function closeParts({ queue, events }: Parts): Promise<void> {
  for (const result of await Promise.allSettled([queue.close(), events.close()]))
    if (result.status === "rejected") log.debug({ err: result.reason }, "the queue did not close cleanly");
}

/** BullMQ drops a second job of the same id in silence, so the one of an earlier try must be out first. */
async function clearOldJob(queue: ValidationQueue, jobId: string): Promise<void> {
  const deadline = performance.now() + oldJobMs;
  for (;;) {
    const job = await queue.getJob(jobId);
    if (!job) return;
    if (!(await job.isActive()) && (await queue.remove(jobId)) === 1) return;
    if (performance.now() > deadline) throw new Error("the job of the earlier try is still at work");
    await pause(oldJobEveryMs);
  }
}
