import { afterAll, expect, it } from "vitest";
import { cancelRun } from "@/db/cancel-run";
import { claimRun } from "@/db/claim-run";
import { jobIdOf } from "@/queue/contract";
import { producer } from "@/queue/producer";
import { sweepRuns } from "../../worker/sweep-runs";
import { makeRun, owner } from "./make-run";

afterAll(() => producer().close());

const later = () => new Date(Date.now() + 61_000);
const stateOf = async (runId: string) => (await producer().getJobStatus(jobIdOf(runId)))?.state;

it("a run whose job was lost gets one, waiting or at work; a fresh or ended one does not", async () => {
  const waiting = await makeRun();
  const atWork = await makeRun();
  await claimRun({ runId: atWork.runId, attempt: 1 });
  const over = await makeRun();
  await cancelRun({ ownerId: owner, runId: over.runId });

  expect(await sweepRuns()).toBe(0);
  expect(await stateOf(waiting.runId)).toBeUndefined();

  expect(await sweepRuns(later())).toBe(2);
  expect(await stateOf(waiting.runId)).toMatch(/waiting|prioritized/);
  expect(await stateOf(atWork.runId)).toMatch(/waiting|prioritized/);
  expect(await stateOf(over.runId)).toBeUndefined();

  expect(await sweepRuns(later())).toBe(0);
});
