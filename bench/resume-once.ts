import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/db/client";
import { env } from "@/env";
import { enqueueRun } from "@/services/enqueue-run";
import { uploadFile } from "@/services/upload-file";
import { isFinal, RunStatus } from "@/snapshot";
import { chaosRuleset } from "../tests/chaos/chaos-file";
import { insist } from "../tests/chaos/insist";
import { ownerId } from "../tests/chaos/people";
import { type Signature, signatureOfRun } from "../tests/chaos/signature";
import { startWorkerProcess } from "../tests/faults/worker-process";
import type { ResumeFault } from "./resume-faults";

const mostMs = 300_000;
const lookEveryMs = 10;
const ctx = { actor: { ownerId, name: "bench" } };

/** Strikes one run in its middle; resolves to how long it stood still, and whether it then ended as an undisturbed one. */
export async function strikeOnce(fault: ResumeFault, file: { text: string; expected: Signature }) {
  // As operators have it, and not as the tests do.
  const usual = { DEAD_WORKER_SECONDS: String(env().DEAD_WORKER_SECONDS) };
  const workers = [startWorkerProcess({ preloads: fault.preloads, env: { ...usual, ...fault.env } })];
  try {
    const [first] = workers;
    if (!first) throw new Error("there is no worker");
    const runId = await submit(file.text);
    const isHeld = fault.preloads.includes("halt-at.mjs");
    if (isHeld) await first.halted();
    const struck = await untilRun(runId, ({ errorCode }) => isHeld || errorCode !== null);
    let at = performance.now();
    if (fault.needsAnother) {
      const other = startWorkerProcess({ env: usual });
      workers.push(other);
      await other.ready();
    }
    if (fault.strike) {
      at = performance.now();
      await fault.strike(first);
    }
    await untilRun(runId, ({ status, revision, claim }) => {
      if (status === "queued" || revision <= struck.revision) return false;
      return !fault.needsAnother || claim !== struck.claim;
    });
    await fault.isBack?.();
    const seconds = (performance.now() - at) / 1000;
    const { status } = await untilRun(runId, (run) => isFinal(run.status));
    const found = JSON.stringify(await signatureOfRun(ownerId, runId));
    const isSurvived = status === "completed" && found === JSON.stringify(file.expected);
    return { kind: fault.kind, seconds, isSurvived };
  } finally {
    await Promise.all(workers.map((worker) => worker.kill()));
  }
}

async function submit(text: string): Promise<string> {
  const body = new Blob([text]).stream();
  const { fileId } = await uploadFile({ ctx, input: { name: "resume.csv", body } });
  return (await enqueueRun({ ctx, input: { fileId, rulesetId: chaosRuleset.id } })).validationId;
}

const select = { status: true, revision: true, claim: true, errorCode: true } as const;
const look = (id: string) => db().validationRun.findUniqueOrThrow({ where: { id }, select });
type Row = Awaited<ReturnType<typeof look>>;

async function untilRun(runId: string, isSo: (run: Omit<Row, "status"> & { status: RunStatus }) => boolean) {
  const deadline = performance.now() + mostMs;
  for (;;) {
    const row = await insist(() => look(runId));
    const run = { ...row, status: RunStatus.parse(row.status) };
    if (isSo(run)) return run;
    if (performance.now() > deadline) throw new Error(`a run does not go on: it is ${run.status}`);
    await pause(lookEveryMs);
  }
}
