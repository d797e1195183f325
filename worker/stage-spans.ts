import type { CoreProgress } from "@/core/validate-file";
import type { Stage } from "@/snapshot";
import { type Span, tracing } from "@/tracing";

export interface StageSpans {
  /** Call with each report of the thread: a stage has begun where the one before it ended. */
  report(progress: Pick<CoreProgress, "stage" | "fraction" | "rows" | "bytesRead">): void;
  /** The checks are over and the result is being written. */
  store(rows: number): void;
  end(): void;
}

const silent: StageSpans = { report: () => {}, store: () => {}, end: () => {} };

/** A span for each stage of the attempt at work now; spans that nothing traces cost nothing. */
export function stageSpans(runId: string, attempt: number): StageSpans {
  const begin = tracing()?.below();
  if (!begin) return silent;
  let current: { stage: Stage; span: Span } | null = null;
  let lastEnd = Date.now();

  const end = () => {
    lastEnd = Date.now();
    current?.span.end(lastEnd);
    current = null;
  };
  const enter = (stage: Stage): Span => {
    if (current?.stage === stage) return current.span;
    if (current) end();
    const span = begin(`stage ${stage}`, { runId, attempt, stage }, lastEnd);
    current = { stage, span };
    return span;
  };
  return {
    report({ stage, fraction, rows, bytesRead }) {
      enter(stage).tell({ rows, bytes: bytesRead });
      if (fraction >= 1) end();
    },
    store: (rows) => enter("store").tell({ rows }),
    end,
  };
}
