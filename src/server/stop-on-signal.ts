import { closeDb } from "@/db/client";
import { log } from "@/log";
import { onGlobal } from "@/on-global";
import { allQueues } from "@/queue/all-queues";
import { deliveries } from "@/queue/deliveries";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { streamStop } from "@/services/stream-stop";
import { stopTracing } from "@/telemetry/start-tracing";
import { tracing } from "@/tracing";
import { holdExit } from "./hold-exit";
import { whenIdle } from "./open-requests";

const graceMs = 10_000;

/** On SIGTERM or SIGINT: ends open streams, lets requests at work finish, then closes the queue and the database. */
export function stopOnSignal(): void {
  onGlobal("stop-on-signal", () => {
    const stop = (signal: NodeJS.Signals) => {
      const idle = whenIdle(graceMs);
      if (tracing()) holdExit(idle.then(stopTracing));
      void closeAll(signal, idle);
    };
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
    return true;
  });
}

async function closeAll(signal: NodeJS.Signals, idle: Promise<void>): Promise<void> {
  log.info({ signal }, "the web process stops");
  streamStop().abort();
  await idle;
  // Last opened, first closed; one that fails does not keep the others open.
  for (const close of [
    () => runEvents().close(),
    () => producer().close(),
    () => allQueues().close(),
    () => deliveries().close(),
    closeDb,
  ]) {
    try {
      await close();
    } catch (error) {
      log.error({ err: error }, "closing failed");
    }
  }
}
