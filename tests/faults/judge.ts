import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, vi } from "vitest";
import { env } from "@/env";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { sweepFiles } from "../../worker/sweep-files";
import { type Ends, watchEnds } from "../chaos/watch-ends";
import { contentOf, runOf, soon, submit, untilCompleted } from "./runs";
import { startWorkerProcess } from "./worker-process";

/** What an undisturbed run of the file stores, and an eye on every run's ends from now on. */
export async function openJudge() {
  const worker = startWorkerProcess();
  const runId = await submit("undisturbed.csv");
  await untilCompleted(runId);
  await worker.stop();
  const expected = await contentOf(runId);
  const ends: Ends = watchEnds();
  const expectNoHarm = async (...runIds: string[]) => {
    await untilCompleted(...runIds);
    for (const id of runIds) expect(await contentOf(id)).toEqual(expected);
  };
  return {
    allowRetry: ends.allowRetry,
    /** The runs have stored what an undisturbed one stores; what else is left is not looked at. */
    expectNoHarm,
    /** The runs have ended once, stored what an undisturbed one stores, and have left nothing behind, in the queue or on disk. */
    async expectUndisturbed(...runIds: string[]) {
      await expectNoHarm(...runIds);
      await vi.waitFor(async () => {
        const { waiting, prioritized, active, delayed } = await producer().counts();
        const open = { waiting, prioritized, active, delayed };
        expect(open).toEqual({ waiting: 0, prioritized: 0, active: 0, delayed: 0 });
      }, soon);
      const revisions = await Promise.all(runIds.map(async (id) => (await runOf(id)).revision));
      // What a process that died before it removed the bytes has left to the sweep.
      await sweepFiles();
      for (const folder of ["scratch", "files"])
        await vi.waitFor(
          async () => expect(await readdir(join(env().DATA_DIR, folder)).catch(() => [])).toEqual([]),
          soon,
        );
      expect(await Promise.all(runIds.map(async (id) => (await runOf(id)).revision))).toEqual(revisions);
    },
    /** No run has ended twice, whatever a test looked at. */
    async close() {
      expect([...(await ends.close())]).toEqual([]);
      await runEvents().close();
      await producer().close();
    },
  };
}

export type Judge = Awaited<ReturnType<typeof openJudge>>;
