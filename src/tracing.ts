import type { BullMQOtel } from "bullmq-otel";
import { onGlobal } from "./on-global";
import type { Stage } from "./snapshot";

/** All that a span may say: our own ids, counts, and words of closed lists. Never a file's name or a cell value. */
export interface SpanFacts {
  runId?: string;
  fileId?: string;
  jobId?: string;
  batchId?: string;
  attempt?: number;
  stage?: Stage;
  rows?: number;
  bytes?: number;
  outcome?: "completed" | "failed" | "released" | "lost";
}

export interface Span {
  tell(facts: SpanFacts): void;
  /** `kind` is an error's code or class, never its message. */
  fail(kind: string): void;
  end(at?: number): void;
}

export interface Tracing {
  /** Runs `work` in a span below the one at work; what it throws marks the span as failed. */
  within<T>(name: string, facts: SpanFacts, work: (span: Span) => Promise<T>): Promise<T>;
  /** Makes spans below the one that is at work now, whenever they begin (times in ms since 1970). */
  below(): (name: string, facts: SpanFacts, startedAt: number) => Span;
  /** Runs `work` as a part of the trace that a caller's `traceparent` header names. */
  join<T>(headers: Headers, work: () => T): T;
  queue: Pick<BullMQOtel, "tracer" | "contextManager">;
  /** Sends what is left, within a few seconds. Never throws. */
  stop(): Promise<void>;
}

const slot = () => onGlobal<{ tracing: Tracing | null }>("tracing", () => ({ tracing: null }));
const silent: Span = { tell: () => {}, fail: () => {}, end: () => {} };

/** The process's tracing; null unless `startTracing` found a collector in the settings. */
export function tracing(): Tracing | null {
  return slot().tracing;
}

export function setTracing(tracing: Tracing | null): void {
  slot().tracing = tracing;
}

/** Runs `work` in a span, or just runs it where nothing is traced. */
export function traced<T>(name: string, facts: SpanFacts, work: (span: Span) => Promise<T>): Promise<T> {
  return tracing()?.within(name, facts, work) ?? work(silent);
}
