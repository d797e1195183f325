import type { Severity } from "../findings/finding";
import { makePacer } from "./pacer";
import type { KeptFinding, Tally } from "./tally";

export interface CoreProgress {
  stage: "parse" | "insert" | "rules";
  /** 0-1 of the stage, measured. */
  fraction: number;
  bytesRead: number;
  rows: number;
  /** Rows read that have at least one finding of severity error. */
  errorRows: number;
  counts: Record<Severity, number>;
  codes: Record<string, number>;
  kept: number;
}

export interface Reporting {
  onProgress(progress: CoreProgress): void | Promise<void>;
  onFindings(batch: KeptFinding[]): void | Promise<void>;
}

const findingsPerBatch = 500;

export type Reporter = ReturnType<typeof makeReporter>;

/** Hands kept findings over before the progress that counts them, and progress at most five times a second. */
export function makeReporter({ onProgress, onFindings }: Reporting, tally: Tally) {
  const pacer = makePacer();
  let bytesRead = 0;
  let rows = 0;

  async function flush(): Promise<void> {
    if (tally.waiting() > 0) await onFindings(tally.takeKept());
  }

  async function tell(stage: CoreProgress["stage"], fraction: number): Promise<void> {
    await flush();
    await onProgress({ stage, fraction: Math.min(1, fraction), bytesRead, rows, ...tally.state() });
  }

  return {
    flush,
    tell,
    /** True when a report is due by time or by the number of findings that wait. */
    isDue: () => tally.waiting() >= findingsPerBatch || pacer.isPast(),
    /** Reports when it is due. */
    async step(stage: CoreProgress["stage"], fraction: number): Promise<void> {
      if (pacer.isDue()) await tell(stage, fraction);
      else if (tally.waiting() >= findingsPerBatch) await flush();
    },
    at(place: { bytesRead: number; rows: number }): void {
      bytesRead = place.bytesRead;
      rows = place.rows;
    },
  };
}
