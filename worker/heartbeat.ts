import { randomUUID } from "node:crypto";
import { hostname } from "node:os";
import { beat } from "@/db/beat";
import { forgetWorker } from "@/db/forget-worker";
import { log } from "@/log";
import { describeError } from "./describe-error";

const everyMs = 5_000;

/** Says every few seconds that this process lives, so that a page can tell when no worker runs. */
export async function startHeartbeat(): Promise<{ id: string; close(): Promise<void> }> {
  const id = randomUUID();
  const host = hostname();
  let beating = Promise.resolve();
  const once = () =>
    beat({ id, host }).catch((error: unknown) => {
      log.warn({ error: describeError(error) }, "the heartbeat could not be written");
    });
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
