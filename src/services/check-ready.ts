import { countWorkers } from "@/db/count-workers";
import { env } from "@/env";
import { log } from "@/log";
import { producer } from "@/queue/producer";
import { freeSpace } from "@/storage/free-space";
import { storage } from "@/storage/storage";
import { within } from "./within";

export const readyParts = ["database", "queue", "workers", "disk", "storage"] as const;
export type ReadyPart = (typeof readyParts)[number];

export interface Readiness {
  status: "ready" | "not-ready";
  notReady: ReadyPart[];
}

const patienceMs = 3_000;

const looks: Record<ReadyPart, () => Promise<boolean>> = {
  database: async () => (await countWorkers()) >= 0,
  queue: async () => Boolean(await producer().counts()),
  workers: async () => (await countWorkers()) > 0,
  disk: async () => (await freeSpace()) >= env().MIN_FREE_DISK_MB * 1024 ** 2,
  storage: () =>
    storage()
      .check()
      .then(() => true),
};

/** Whether a file that came now would be validated, and which parts stand in the way. Never throws. */
export async function checkReady(): Promise<Readiness> {
  const answers = await Promise.all(
    readyParts.map(async (part) => {
      try {
        return await within(patienceMs, looks[part]());
      } catch (err) {
        log.warn({ err, part }, "readiness check failed");
        return false;
      }
    }),
  );
  const notReady = readyParts.filter((_, index) => !answers[index]);
  return { status: notReady.length === 0 ? "ready" : "not-ready", notReady };
}
