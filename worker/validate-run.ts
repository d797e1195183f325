import type { CoreProgress, ValidationSummary } from "@/core/validate-file";
import { advanceRun } from "@/db/advance-run";
import { copyFindings } from "@/db/copy-findings";
import { readSnapshot } from "@/db/read-snapshot";
import type { Snapshot, Stage } from "@/snapshot";
import { latestOnly } from "./latest-only";
import { overallProgress } from "./overall-progress";
import { runInThread } from "./run-in-thread";
import type { StageSpans } from "./stage-spans";
import { ClaimLost } from "./stop-reasons";
import type { ThreadInput } from "./thread-messages";

const reportEveryMs = 200;
const lookEveryMs = 1_000;
/** The part of the stage `parse` that fetching takes where the file is kept elsewhere, beside reading it. */
const fetchShare = 0.4;
const nothingRead: Counters = {
  bytesRead: 0,
  rows: 0,
  errorRows: 0,
  counts: { error: 0, warning: 0, info: 0 },
  codes: {},
  kept: 0,
};

type Counters = Pick<CoreProgress, "bytesRead" | "rows" | "errorRows" | "counts" | "codes" | "kept">;
type Step = Counters & { stage: Stage; fraction: number };

export interface RunWork {
  runId: string;
  claim: string;
  /** Lays the file where it can be read, telling how many bytes have come where that takes time. */
  place(options: { signal: AbortSignal; onBytes(copied: number): void }): Promise<string>;
  input: Omit<ThreadInput, "path">;
  signal: AbortSignal;
  stages: StageSpans;
  /** Called with each new revision, one at a time. */
  ring(snapshot: Snapshot): Promise<void>;
}

/**
 * Validates the claimed run's file in a thread, and writes progress and findings on the way.
 * Throws ClaimLost as soon as the run is no longer this attempt's, else what `runInThread` throws.
 */
export async function validateRun(work: RunWork): Promise<ValidationSummary> {
  const { runId, claim } = work;
  const stop = new AbortController();
  const lose = () => stop.abort(new ClaimLost("the run is no longer this attempt's"));
  let summary: ValidationSummary | undefined;
  let written = 0;
  let lastWriteAt = performance.now();

  const reports = latestOnly<Step>({
    everyMs: reportEveryMs,
    async write({ stage, fraction, ...counters }) {
      const progress = overallProgress(stage, fraction);
      const snapshot = await advanceRun({ runId, claim, stage, progress, ...counters });
      lastWriteAt = performance.now();
      if (snapshot) await work.ring(snapshot);
      else lose();
    },
    onError: (error) => stop.abort(error),
  });
  const reportStore = () => {
    if (!summary) return;
    const { rows, errorRows, counts, codes, kept } = summary;
    const fraction = kept === 0 ? 1 : written / kept;
    reports.push({
      stage: "store",
      fraction,
      bytesRead: work.input.bytes,
      rows,
      errorRows,
      counts,
      codes,
      kept,
    });
  };
  // A long query reports nothing, and a cancel must not wait for it.
  const look = setInterval(() => {
    if (performance.now() - lastWriteAt < lookEveryMs) return;
    readSnapshot(runId).then(
      (snapshot) => snapshot?.status === "processing" || lose(),
      (error: unknown) => stop.abort(error),
    );
  }, lookEveryMs);

  const signal = AbortSignal.any([work.signal, stop.signal]);
  let fetched = 0;
  const onBytes = (copied: number) => {
    fetched = fetchShare;
    const fraction = fetchShare * (copied / Math.max(1, work.input.bytes));
    reports.push({ ...nothingRead, stage: "parse", fraction });
  };
  const afterFetching = ({ stage, fraction, ...counters }: Step): Step => ({
    ...counters,
    stage,
    fraction: stage === "parse" ? fetched + (1 - fetched) * fraction : fraction,
  });

  try {
    const path = await work.place({ signal, onBytes });
    return await runInThread(
      { ...work.input, path },
      {
        signal,
        onProgress(progress) {
          work.stages.report(progress);
          reports.push(afterFetching(progress));
        },
        async onFindings(findings) {
          if (!(await copyFindings({ runId, claim, findings }))) lose();
          written += findings.length;
          reportStore();
        },
        onValidated(result) {
          summary = result;
          work.stages.store(result.rows);
          reportStore();
        },
      },
    );
  } finally {
    clearInterval(look);
    await reports.stop();
  }
}
