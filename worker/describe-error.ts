import { AppError } from "@/errors";
import type { ThreadFailure } from "./thread-messages";

/** A failed attempt that is our own fault. Carries no message of its cause: engines quote cell values in theirs. */
export class AttemptError extends Error {
  constructor(readonly failure: ThreadFailure) {
    super(failure.errno ? `${failure.name} (${failure.errno})` : failure.name);
    this.name = "AttemptError";
  }
}

function errnoOf(error: unknown): string | null {
  if (typeof error !== "object" || error === null || !("code" in error)) return null;
  return typeof error.code === "string" ? error.code : null;
}

function framesOf(error: Error): string[] {
  const lines = (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 12).map((line) => line.trim());
}

/** What may be said of any error in a log, a job or a row: its kind and where it arose, never its message. */
export function describeError(error: unknown): ThreadFailure {
  if (error instanceof AttemptError) return error.failure;
  const app = error instanceof AppError ? { code: error.code, message: error.message } : null;
  if (!(error instanceof Error)) return { app, name: typeof error, errno: null, frames: [] };
  return { app, name: error.name, errno: errnoOf(error), frames: framesOf(error) };
}
