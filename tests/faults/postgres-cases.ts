import { execFile } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, test } from "vitest";
import { closeDb } from "@/db/client";
import { takeWebSeat, type WebSeat } from "../chaos/web-seat";
import { type PostgresServer, startPostgres } from "../integration/postgres-server";
import { expectAway, post, until } from "./ask-web";
import { type Judge, openJudge } from "./judge";
import { submit } from "./runs";
import { startDoomedWorker, type WorkerProcess } from "./worker-process";

const run = promisify(execFile);

/** A PostgreSQL server that goes down under a run, on whichever queue the file that calls this has chosen. */
export function describePostgresFaults(queue: string): void {
  describe(`PostgreSQL, with the queue on ${queue}`, () => {
    let folder: string;
    let server: PostgresServer;
    let judge: Judge;
    let web: WebSeat;
    const started: WorkerProcess[] = [];
    const start = (worker: WorkerProcess) => {
      started.push(worker);
      return worker;
    };
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "facnet-faults-"));
      // As root, the server runs as the user postgres, who must get into the folder.
      await chmod(folder, 0o755);
      server = await startPostgres(folder, "faults", { durable: true });
      process.env.DATABASE_URL = `${server.url}/faults`;
      await run(process.execPath, ["prisma/migrate.mjs"], { env: process.env });
      judge = await openJudge();
      web = await takeWebSeat();
    });
    afterEach(async () => {
      await Promise.all(started.splice(0).map((worker) => worker.kill()));
    });
    afterAll(async () => {
      await web?.close();
      await judge?.close();
      await closeDb();
      await server?.stop();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });

    for (const signal of ["SIGINT", "SIGKILL"] as const)
      test(`ended by ${signal} under a run and started again, is told as away meanwhile, and the run ends once`, async () => {
        const worker = start(startDoomedWorker("rules", "SIGSTOP"));
        const runId = await submit();
        await worker.halted();
        await server.halt(signal);
        worker.child.kill("SIGCONT");
        await expectAway(await post(web.url), "database");
        await expectAway(await fetch(`${web.url}/api/validations/${runId}`), "database");
        await server.startAgain();
        const next = await (await until(() => post(web.url), 202)).json();
        await judge.expectUndisturbed(runId, next.validationId);
      });
  });
}
