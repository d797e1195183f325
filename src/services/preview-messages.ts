import type { Finding } from "@/core/findings/finding";
import type { Ruleset } from "@/core/schema/ruleset";

/** What the thread is given at birth. */
export interface PreviewInput {
  path: string;
  bytes: number;
  ruleset: Ruleset;
  /** Where its reference tables lie, by path. */
  references?: Record<string, string>;
  scratchDir: string;
  keptPerCode: number;
  stagingMemoryMb: number;
}

export interface PreviewFinding extends Finding {
  /** Row numbers that it is about, when there are several. */
  affectedRows?: number[] | undefined;
}

export interface PreviewResult {
  rows: number;
  counts: Record<Finding["severity"], number>;
  findings: PreviewFinding[];
  notRun: { check: string; reason: string; rows?: number | undefined }[];
}

/** How a thread ends: with what it found, or with the kind of its failure. Both ends are one build. */
export type FromPreview = { kind: "done"; result: PreviewResult } | { kind: "failed"; name: string };
