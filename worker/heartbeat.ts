import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { beat } from "@/db/beat";
import { endSilentSessions } from "@/db/end-silent-sessions";
import { forgetWorker } from "@/db/forget-worker";
import { env } from "@/env";
import { log } from "@/log";
import { describeError } from "./describe-error";

const everyMs = 5_000;
/** Less than whoever waits for those rows is given. */
const longestSilence = 30;

/**
 * Says every few seconds that this process lives, so that a page can tell when no worker runs, and ends what a process that
 * stands still holds in the database.
 */
export async function startHeartbeat(): Promise<{ id: string; close(): Promise<void> }> {
  const id = randomUUID();
  const host = hostname();
  let beating = Promise.resolve();
  const once = async () => {
    try {
      await beat({ id, host });
      const sessions = await endSilentSessions(Math.min(env().DEAD_WORKER_SECONDS, longestSilence));
      if (sessions > 0) log.warn({ sessions }, "sessions of a process that stands still were ended");
    } catch (error) {
      log.warn({ error: describeError(error) }, "the heartbeat could not be written");
    }
  };
  await once();
  const timer = setInterval(() => {
    beating = beating.then(once);
  }, everyMs);
  return {
    id,
    async close() {
      clearInterval(timer);
      await beating;
      await forgetWorker(id).catch(() => undefined);
    },
  };
}
