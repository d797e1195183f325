import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { closeDb, db } from "@/db/client";
import { failRun } from "@/db/fail-run";
import { insertRun } from "@/db/insert-run";
import { producer } from "@/queue/producer";
import { enqueueRun } from "@/services/enqueue-run";
import { uploadFile } from "@/services/upload-file";

const ctx = { actor: { ownerId: "local", name: "tester" } };

afterAll(async () => {
  await producer().close();
  await closeDb();
});

async function uploaded(): Promise<string> {
  const body = new Blob(["a;b\n1;2\n"]).stream();
  return (await uploadFile({ ctx, input: { name: "a.csv", body } })).fileId;
}

async function startEnqueuer(): Promise<ChildProcess> {
  const path = fileURLToPath(new URL("./enqueuer.ts", import.meta.url));
  const child = fork(path, { execArgv: ["--import", "tsx"] });
  await once(child, "message");
  return child;
}

async function answerOf(child: ChildProcess, fileId: string): Promise<unknown> {
  const answered = once(child, "message");
  child.send(fileId);
  const [runId] = await answered;
  return runId;
}

it("two processes that enqueue the same work at the same moment get one run with one job", async () => {
  const children = await Promise.all([startEnqueuer(), startEnqueuer()]);
  try {
    for (let round = 0; round < 10; round += 1) {
      const fileId = await uploaded();
      const [first, second] = await Promise.all(children.map((child) => answerOf(child, fileId)));
      expect(second).toBe(first);
      expect(await db().validationRun.count({ where: { fileId } })).toBe(1);
      expect(await producer().getJobStatus(`validation-${first}`)).not.toBeNull();
    }
  } finally {
    for (const child of children) child.kill();
  }
}, 60_000);

it("other options, another ruleset or an ended run make a new run", async () => {
  const fileId = await uploaded();
  const work = { ownerId: "local", createdBy: "test", fileId };
  const first = await insertRun({ ...work, options: { header: true } });
  expect(await insertRun({ ...work, options: { header: true } })).toMatchObject({
    runId: first.runId,
    isNew: false,
  });
  const others = [
    await insertRun({ ...work, options: { header: false } }),
    await insertRun({ ...work, options: {} }),
    await insertRun({ ...work, rulesetId: "x", rulesetVersion: 1, options: { header: true } }),
    await insertRun({ ...work, rulesetId: "x", rulesetVersion: 2, options: { header: true } }),
  ];
  expect(others.every(({ isNew }) => isNew)).toBe(true);
  await failRun({ runId: first.runId, errorCode: "internal", errorMessage: "x" });
  expect(await insertRun({ ...work, options: { header: true } })).toMatchObject({ isNew: true });
});

it("a run whose job was never made gets it when the work is asked again", async () => {
  const fileId = await uploaded();
  const { runId } = await insertRun({ ownerId: "local", createdBy: "test", fileId });
  expect(await producer().getJobStatus(`validation-${runId}`)).toBeNull();
  expect((await enqueueRun({ ctx, input: { fileId } })).validationId).toBe(runId);
  expect(await producer().getJobStatus(`validation-${runId}`)).not.toBeNull();
});
