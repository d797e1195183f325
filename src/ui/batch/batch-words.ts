import type { Batch } from "../wire";

type Figures = Record<string, number>;

export interface BatchWords {
  tone: "waiting" | "running" | "clean" | "warning" | "error" | "failed";
  /** Key and figures of the verdict's sentence, under `batch.verdict`. */
  sentence: { key: SentenceKey; figures: Figures };
  /** What is said after it, in order. */
  details: { key: DetailKey; figures: Figures }[];
}

type SentenceKey =
  | "awaiting"
  | "sending"
  | "noWorker"
  | "waiting"
  | "running"
  | "cancelled"
  | "nothingCame"
  | "halfSent"
  | "clean"
  | "structure"
  | "warnings"
  | "some"
  | "someStructure"
  | "unchecked"
  | "allDeleted";
type DetailKey = "errors" | "soFar" | "some" | "someStructure" | "notAllHere" | "cleanDetail";

/** May these files be sent? In one sentence, then what else must be known; which words, whatever the language. */
export function batchWords(batch: Batch, now: { workers: number | null; uploading: number }): BatchWords {
  return batch.state === "finished" ? ended(batch) : underway(batch, now);
}

function underway(
  batch: Batch,
  { workers, uploading }: { workers: number | null; uploading: number },
): BatchWords {
  const { files, queued, processing, errors, missing, state } = batch;
  const total = state === "open" ? Math.max(batch.expectedFiles ?? 0, files) : files;
  const done = files - queued - processing;
  const details: BatchWords["details"] = [];
  if (done > 0 || processing > 0) details.push({ key: "soFar", figures: { errors, failed: batch.failed } });
  // Nobody here sends them: the tab that did may be gone.
  if (state === "open" && uploading === 0 && missing > 0)
    details.push({ key: "notAllHere", figures: { missing, total } });
  if (workers === 0 && queued > 0 && processing === 0)
    return { tone: "waiting", sentence: { key: "noWorker", figures: {} }, details };
  if (files === 0)
    return {
      tone: "waiting",
      sentence: { key: uploading > 0 ? "sending" : "awaiting", figures: { total } },
      details,
    };
  if (done === 0 && processing === 0)
    return { tone: "waiting", sentence: { key: "waiting", figures: { files } }, details };
  return { tone: "running", sentence: { key: "running", figures: { done, total } }, details };
}

function ended(batch: Batch): BatchWords {
  const { files, expectedFiles, missing, clean, warnings, errors, failed, cancelled, counts } = batch;
  const { rows, errorRows } = batch;
  const ok = clean + warnings;
  const hasRules = batch.rulesetId !== null;
  const unchecked = failed + cancelled;
  const share = { ok, files, errors, unchecked };
  const some = hasRules ? "some" : "someStructure";
  const where: BatchWords["details"] =
    counts.error > 0 && errors > 0
      ? [{ key: "errors", figures: { count: counts.error, errorRows, rows } }]
      : [];
  const cameOf: BatchWords["details"] = files > 0 ? [{ key: some, figures: share }] : [];
  if (batch.isCancelled) {
    const sentence = { key: "cancelled" as const, figures: { done: ok + errors + failed, files } };
    return { tone: "failed", sentence, details: [...(ok + errors > 0 ? cameOf : []), ...where] };
  }
  if (missing > 0) {
    const figures = { missing, total: expectedFiles ?? files };
    const sentence = { key: files === 0 ? ("nothingCame" as const) : ("halfSent" as const), figures };
    return { tone: "failed", sentence, details: [...cameOf, ...where] };
  }
  if (files === 0) return { tone: "waiting", sentence: { key: "allDeleted", figures: {} }, details: [] };
  if (unchecked === files)
    return { tone: "failed", sentence: { key: "unchecked", figures: { files } }, details: [] };
  if (errors + unchecked > 0)
    return { tone: errors > 0 ? "error" : "failed", sentence: { key: some, figures: share }, details: where };
  const details: BatchWords["details"] = [{ key: "cleanDetail", figures: { rows } }];
  if (warnings > 0)
    return {
      tone: "warning",
      sentence: { key: "warnings", figures: { files, count: counts.warning } },
      details,
    };
  return { tone: "clean", sentence: { key: hasRules ? "clean" : "structure", figures: { files } }, details };
}
