import { z } from "zod";
import type { DialectOverrides } from "@/core/pipeline/read-dialect";
import type { Ruleset } from "@/core/schema/ruleset";
import type { CoreProgress, KeptFinding, ValidationSummary } from "@/core/validate-file";
import { appErrorCodes } from "@/errors";

/** What the thread is given for a run. Both ends are one build, so payloads are trusted and only kinds are checked. */
export interface ThreadInput {
  path: string;
  bytes: number;
  ruleset: Ruleset | null;
  /** Where its reference tables lie, by path. */
  references?: Record<string, string>;
  overrides: DialectOverrides;
  scratchDir: string;
  keptPerCode: number;
  stagingMemoryMb: number;
  ruleSeconds?: number;
  referenceDate?: string;
}

export const ThreadFailure = z.object({
  /** Set when the file or the request is wrong; its text is safe to show. */
  app: z.object({ code: z.enum(appErrorCodes), message: z.string() }).nullable(),
  name: z.string(),
  errno: z.string().nullable(),
  frames: z.array(z.string()),
});
export type ThreadFailure = z.infer<typeof ThreadFailure>;

export const FromThread = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("progress"), progress: z.custom<CoreProgress>() }),
  z.object({ kind: z.literal("findings"), batch: z.custom<KeptFinding[]>(Array.isArray) }),
  z.object({ kind: z.literal("done"), summary: z.custom<ValidationSummary>() }),
  z.object({ kind: z.literal("failed"), failure: ThreadFailure }),
]);
export type FromThread = z.infer<typeof FromThread>;

export const ToThread = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("start"), input: z.custom<ThreadInput>() }),
  z.object({ kind: z.literal("ack") }),
  z.object({ kind: z.literal("abort") }),
]);
export type ToThread = z.infer<typeof ToThread>;
