import { randomUUID } from "node:crypto";
import { type Check, check } from "@/check";
import { makeQueue } from "./backend";
import { openInTime } from "./open-in-time";

const openingMs = 5_000;
const fix =
  "Run `npm run migrate` (it makes the queue's tables in PostgreSQL when REDIS_URL is not set), then check again.";

/** Puts a job into a queue of its own, on the backend in use, reads it back and removes all of it. Never throws. */
export function checkQueue(): Promise<Check> {
  return check({ name: "queue: add and read a job", fix, look: addAndRead });
}

async function addAndRead() {
  const queue = makeQueue(`check-${randomUUID()}`);
  try {
    await openInTime(queue, openingMs);
    const nonce = randomUUID();
    const { id = "" } = await queue.add("probe", { nonce });
    const job = await queue.getJob(id);
    await queue.obliterate({ force: true });
    const ok = job?.data?.nonce === nonce;
    return { ok, found: ok ? "the job came back" : "the job was not found again" };
  } finally {
    await queue.close().catch(() => {});
  }
}
