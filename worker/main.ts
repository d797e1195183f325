import { closeDb } from "@/db/client";
import { env } from "@/env";
import { log } from "@/log";
import { producer } from "@/queue/producer";
import { startTracing, stopTracing } from "@/telemetry/start-tracing";
import { describeError } from "./describe-error";
import { startWorker } from "./start-worker";
import { hardStopMs, runningJobsMs } from "./stop-times";

/** npm repeats a Ctrl-C that the terminal has already sent to the whole group. */
const sameSignalMs = 500;

async function main(): Promise<void> {
  env();
  await startTracing("facnet-worker");
  const worker = await startWorker();
  let firstAt = 0;

  const leave = async (timeoutMs: number) => {
    setTimeout(() => process.exit(1), timeoutMs + hardStopMs).unref();
    await worker.close(timeoutMs);
    await producer().close();
    await closeDb();
    await stopTracing();
    process.exit(0);
  };
  const onSignal = (name: string) => {
    if (firstAt === 0) {
      firstAt = performance.now();
      const seconds = env().STOP_SECONDS;
      log.info(
        { signal: name },
        `stopping: running jobs have ${seconds} s, a second signal gives them back at once`,
      );
      leave(runningJobsMs()).catch(fail);
      return;
    }
    if (performance.now() - firstAt < sameSignalMs) return;
    log.info({ signal: name }, "stopping at once");
    setTimeout(() => process.exit(1), hardStopMs).unref();
    worker.close(0).catch(fail);
  };
  for (const name of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(name, onSignal);
  // Started by scripts/start.mjs: when that dies without a word, its database goes too, so there is nothing to wait for.
  process.on("disconnect", () => {
    leave(0).catch(fail);
  });
  process.channel?.unref();
  log.info("the worker is ready");
}

function fail(error: unknown): never {
  log.fatal({ error: describeError(error) }, "the worker cannot go on");
  process.exit(1);
}

process.on("unhandledRejection", fail);
process.on("uncaughtException", fail);
main().catch((error: unknown) => {
  // The settings' own message names variables, not data.
  if (error instanceof Error && error.message.startsWith("The environment")) log.fatal(error.message);
  fail(error);
});
