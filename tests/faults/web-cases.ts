import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { sweepShelf } from "../../worker/sweep-shelf";
import { takeWebSeat, type WebSeat } from "../chaos/web-seat";
import { beginUpload, namesOnShelf, submitTo } from "./ask-web";
import { type Judge, openJudge } from "./judge";
import { runOf, soon, submit } from "./runs";
import { watchFrom } from "./watch-from";
import { startDoomedWorker, startWorkerProcess, type WorkerProcess } from "./worker-process";

const dayMs = 86_400_000;

/** A web process that dies or is told to stop, on whichever queue the file that calls this has chosen. */
export function describeWebFaults(queue: string): void {
  describe(`the web process, on ${queue}`, () => {
    let judge: Judge;
    let web: WebSeat;
    const started: WorkerProcess[] = [];
    const start = (worker: WorkerProcess) => {
      started.push(worker);
      return worker;
    };
    beforeAll(async () => {
      judge = await openJudge();
      web = await takeWebSeat();
    });
    afterEach(async () => {
      await Promise.all(started.splice(0).map((worker) => worker.kill()));
    });
    afterAll(async () => {
      await web?.close();
      await judge?.close();
    });

    test("killed in mid-upload, leaves nothing behind after the sweep, and takes the file when it is sent again", async () => {
      const upload = await beginUpload(web.url);
      await web.process().kill();
      await expect(upload.answer).rejects.toThrow();
      await web.start();
      start(startWorkerProcess());
      const runId = await submitTo(web.url);
      await judge.expectNoHarm(runId);
      await sweepShelf(new Date(Date.now() + 2 * dayMs));
      await judge.expectUndisturbed(runId);
    });

    test("killed in mid-stream, is heard again from the next revision on, none twice and none lost", async () => {
      const worker = start(startDoomedWorker("rules", "SIGSTOP"));
      const runId = await submit();
      const watcher = watchFrom(web.url, runId);
      await worker.halted();
      await vi.waitFor(() => expect(watcher.heard.at(-1)?.snapshot.status).toBe("processing"), soon);
      const before = watcher.heard.length;
      await web.process().kill();
      await vi.waitFor(() => expect(watcher.states.at(-1)).toBe("connecting"), soon);
      await web.start();
      await vi.waitFor(() => expect(watcher.states.at(-1)).toBe("pending"), soon);
      worker.child.kill("SIGCONT");
      await watcher.ended;

      const ids = watcher.heard.map(({ id }) => id);
      // While a run waits, its place in the queue may change at one revision.
      const atWork = watcher.heard.flatMap(({ id, snapshot }) => (snapshot.status === "queued" ? [] : [id]));
      expect(watcher.heard.length).toBeGreaterThan(before);
      expect(atWork).toEqual([...new Set(atWork)].sort((a, b) => a - b));
      expect(watcher.finals()).toBe(1);
      await judge.expectUndisturbed(runId);
      expect(ids.at(-1)).toBe((await runOf(runId)).revision);
    });

    test("told to stop, ends its streams first, then lets the upload at work end, and leaves as Next does", async () => {
      const runId = await submit();
      const order: string[] = [];
      const stream = await fetch(`${web.url}/api/validations/${runId}/events`);
      const streamed = stream.text().then(() => order.push("stream"));
      const upload = await beginUpload(web.url);
      web.process().child.kill("SIGTERM");
      await streamed;
      const uploaded = upload.answer.then(async (answer) => {
        await answer.text();
        order.push(`upload ${answer.status}`);
      });
      upload.finish();
      await uploaded;
      // 128 and the number of SIGTERM.
      expect(await web.process().ended).toBe(143);
      expect(order).toEqual(["stream", "upload 200"]);

      await web.start();
      start(startWorkerProcess());
      await judge.expectNoHarm(runId);
      // The upload that ended well has no run: the sweep of files takes it when its time is over.
      await vi.waitFor(async () => expect(await namesOnShelf()).toHaveLength(1), soon);
    });
  });
}
