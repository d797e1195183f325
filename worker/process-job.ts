import { DelayedError, type Job, UnrecoverableError } from "bullmq";
import { localDay } from "@/core/local-day";
import { parseRuleset, RulesetError } from "@/core/schema/ruleset";
import { claimRun } from "@/db/claim-run";
import { failRun } from "@/db/fail-run";
import { finishRun } from "@/db/finish-run";
import { releaseRun } from "@/db/release-run";
import { env } from "@/env";
import { AppError } from "@/errors";
import { addLogFields, log, withLogFields } from "@/log";
import { jobIdOf, ValidationJob } from "@/queue/contract";
import { isFinal, maxAttempts, type Snapshot } from "@/snapshot";
import { withScratch } from "@/storage/scratch";
import { storage } from "@/storage/storage";
import { type Span, traced } from "@/tracing";
import { sendOff } from "@/webhooks/send-off";
import { AttemptError, describeError } from "./describe-error";
import { faultCodeOf } from "./fault-code";
import { fetchReferences } from "./fetch-references";
import { note } from "./note";
import { bellOf } from "./ring-job";
import { planRemoval, removeUnlessKept } from "./settle-file";
import { type StageSpans, stageSpans } from "./stage-spans";
import { ClaimLost, ShuttingDown } from "./stop-reasons";
import { validateRun } from "./validate-run";

type Claimed = NonNullable<Awaited<ReturnType<typeof claimRun>>>;

interface Attempt {
  job: Job;
  runId: string;
  number: number;
  claimed: Claimed;
  span: Span;
  ring(snapshot: Snapshot): Promise<void>;
}

const giveBackMs = 500;
export const ourFault = "The validation stopped because of a fault on our side.";
const faults = {
  database: "The validation stopped because the database did not answer.",
  storage: "The validation stopped because the file could not be fetched from where it is kept.",
  internal: ourFault,
};

/** The job function of a worker process; `closing` aborts with ShuttingDown when running jobs must be given back. */
export function jobProcessor(closing: AbortSignal) {
  return (job: Job, token: string | undefined, lockLost: AbortSignal | undefined): Promise<void> => {
    const { validationRunId: runId } = ValidationJob.parse(job.data);
    const number = Math.min(job.attemptsMade + 1, maxAttempts);
    const fields = { runId, jobId: jobIdOf(runId), attempt: number };
    return withLogFields(fields, () =>
      traced("attempt", fields, (span) => tryOnce({ job, runId, number, span }, token, lockLost)),
    );
  };

  async function tryOnce(
    { job, runId, number, span }: Pick<Attempt, "job" | "runId" | "number" | "span">,
    token: string | undefined,
    lockLost: AbortSignal | undefined,
  ): Promise<void> {
    const claimed = await claimRun({ runId, attempt: number });
    if (!claimed) {
      log.info("nothing to do: the run is final or gone");
      return;
    }
    if (claimed.run.batchId) addLogFields({ batchId: claimed.run.batchId });
    const attempt: Attempt = { job, runId, number, claimed, span, ring: tellAll(job) };
    await attempt.ring(claimed.run);
    await note({ runId, level: "info", source: "worker", message: `Attempt ${number} started` });
    const signals = lockLost ? [closing, lockLost] : [closing];
    try {
      await planRemoval(claimed.file, "failed");
      await runAttempt(attempt, AbortSignal.any(signals));
    } catch (error) {
      if (lockLost?.aborted || error instanceof ClaimLost) return endQuietly(attempt);
      if (error instanceof ShuttingDown) return giveBack(attempt, token);
      const failure = await endInFailure(attempt, error);
      if (failure) throw failure;
    }
  }
}

/** Rings the bell; a run that is final is told to its owner's webhooks too. */
function tellAll(job: Job) {
  const ring = bellOf(job);
  return async (snapshot: Snapshot) => {
    await ring(snapshot);
    if (isFinal(snapshot.status)) await sendOff(snapshot);
  };
}

async function runAttempt(attempt: Attempt, signal: AbortSignal): Promise<void> {
  const stages = stageSpans(attempt.runId, attempt.number);
  try {
    await validateAndCommit(attempt, stages, signal);
  } finally {
    stages.end();
  }
}

async function validateAndCommit(
  { runId, claimed, span, ring }: Attempt,
  stages: StageSpans,
  signal: AbortSignal,
): Promise<void> {
  const { claim, run, file } = claimed;
  const { MAX_KEPT_FINDINGS_PER_CODE, STAGING_MEMORY_MB, RULE_SECONDS } = env();
  const references = await fetchReferences(claimed.tables, run.ownerId);
  const summary = await withScratch(claim, (scratchDir) =>
    validateRun({
      runId,
      claim,
      signal,
      stages,
      ring,
      place: (options) =>
        storage().place(
          { key: file.storageKey, bytes: file.bytes, sha256: file.sha256 },
          { into: scratchDir, ...options },
        ),
      input: {
        bytes: file.bytes,
        ruleset: claimed.ruleset ? parseRuleset(claimed.ruleset) : null,
        references,
        overrides: run.options,
        scratchDir,
        keptPerCode: MAX_KEPT_FINDINGS_PER_CODE,
        stagingMemoryMb: STAGING_MEMORY_MB,
        ruleSeconds: RULE_SECONDS,
        referenceDate: localDay(new Date(run.createdAt)),
      },
    }),
  );
  await planRemoval(file, "completed");
  const final = await finishRun({ runId, claim, summary });
  if (!final) {
    await planRemoval(file, "failed");
    throw new ClaimLost("the run was taken away before it could be completed");
  }
  stages.end();
  span.tell({ rows: summary.rows, bytes: file.bytes, outcome: "completed" });
  await removeQuietly(file, "completed");
  await ring(final);
  const { error, warning, info } = summary.counts;
  await note({
    runId,
    level: "info",
    source: "worker",
    message: "Completed",
    metadata: { rows: summary.rows, error, warning, info, kept: summary.kept },
  });
}

/** The run is committed by now: a file that cannot be removed is the sweep's business, not a reason to fail. */
async function removeQuietly(file: Claimed["file"], outcome: "completed" | "failed"): Promise<void> {
  try {
    await removeUnlessKept(file, outcome);
  } catch (error) {
    log.warn({ fileId: file.id, error: describeError(error) }, "the file stays until the next sweep");
  }
}

async function endQuietly({ runId, number, span }: Attempt): Promise<void> {
  span.tell({ outcome: "lost" });
  await note({
    runId,
    level: "info",
    source: "worker",
    message: `Attempt ${number} stopped: cancelled or taken over`,
  });
}

async function giveBack(
  { job, runId, claimed, span, ring }: Attempt,
  token: string | undefined,
): Promise<never> {
  span.tell({ outcome: "released" });
  const snapshot = await releaseRun({ runId, claim: claimed.claim, errorCode: null });
  await note({ runId, level: "info", source: "worker", message: "Given back: the worker is closing" });
  if (snapshot) await ring(snapshot);
  await job.moveToDelayed(Date.now() + giveBackMs, token);
  throw new DelayedError();
}

/**
 * Commits the failure and returns what BullMQ must be told: its text ends in the queue, so it says only a code. Null when
 * the run is no longer this attempt's, so that its failure is nobody's business.
 */
async function endInFailure(attempt: Attempt, error: unknown): Promise<Error | null> {
  const { job, runId, number, claimed, span, ring } = attempt;
  span.tell({ outcome: "failed" });
  const { claim, file } = claimed;
  const refusal = refusalOf(error);
  if (refusal) {
    const snapshot = await failRun({ runId, claim, errorCode: refusal.code, errorMessage: refusal.message });
    if (!snapshot) return endAsLost(attempt);
    await ring(snapshot);
    await note({
      runId,
      level: "warn",
      source: "worker",
      message: "Failed",
      metadata: { code: refusal.code },
    });
    await removeQuietly(file, "failed");
    return new UnrecoverableError(refusal.code);
  }
  const what = describeError(error);
  log.error({ error: what }, "an attempt failed");
  const isLast = number >= (job.opts.attempts ?? 1);
  const errorCode = faultCodeOf(what);
  const errorMessage = faults[errorCode];
  const snapshot = isLast
    ? await failRun({ runId, claim, errorCode, errorMessage })
    : await releaseRun({ runId, claim, errorCode });
  if (!snapshot) return endAsLost(attempt);
  await ring(snapshot);
  const message = isLast
    ? `Attempt ${number} failed, the last`
    : `Attempt ${number} failed and will be tried again`;
  await note({
    runId,
    level: "error",
    source: "worker",
    message,
    metadata: { kind: what.name, errno: what.errno },
  });
  if (isLast) await removeQuietly(file, "failed");
  return new AttemptError(what);
}

async function endAsLost(attempt: Attempt): Promise<null> {
  await endQuietly(attempt);
  return null;
}

function refusalOf(error: unknown): Pick<AppError, "code" | "message"> | null {
  if (error instanceof AppError) return error;
  if (error instanceof RulesetError) return { code: "invalid-input", message: "The ruleset is not valid." };
  return null;
}
