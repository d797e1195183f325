import type { AppErrorCode, ErrorParams } from "@/errors";

/** Why a command could not be carried out, before it is said in the reader's language. */
export type Failure =
  | { kind: "no-such-file"; path: string }
  | { kind: "not-a-file"; path: string }
  | { kind: "same-file"; path: string }
  | { kind: "not-written"; path: string }
  | { kind: "no-table"; path: string; code: "binary-file" | "empty-file" }
  | { kind: "tables-missing"; path: string; tables: string[] }
  | { kind: "table-too-large"; path: string; maxBytes: number }
  | { kind: "no-such-ruleset"; id: string; known: string[] }
  | { kind: "bad-ruleset"; path: string; problems: { path: string; message: string }[] }
  | { kind: "not-an-address"; url: string }
  | { kind: "no-service"; url: string; why: string }
  | { kind: "another-service"; url: string }
  | { kind: "connection-lost"; runId: string }
  | { kind: "refused"; what: Subject; code: AppErrorCode; params: ErrorParams; said: string }
  | { kind: "service-fault"; status: number }
  | { kind: "own-fault"; why: string };

/** What a refused request was about, as far as that says more than its code does. */
export type Subject = "run" | "batch" | "ruleset" | "other";

/** The command could not be carried out; the exit code is 2. */
export class CommandError extends Error {
  override readonly name = "CommandError";

  constructor(
    readonly failure: Failure,
    options?: ErrorOptions,
  ) {
    super(failure.kind, options);
  }
}
