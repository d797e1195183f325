import { countWorkers } from "@/db/count-workers";
import { log } from "@/log";
import { producer } from "@/queue/producer";
import { within } from "./within";

export interface Health {
  status: "ok" | "down";
  database: "ok" | "down";
  queue: "ok" | "down";
  /** Living worker processes; null when the database did not answer. */
  workers: number | null;
}

/** Asks the database and the queue for a sign of life. Never throws. */
export async function checkHealth(): Promise<Health> {
  const [database, queue] = await Promise.allSettled([
    within(3000, countWorkers()),
    within(3000, producer().counts()),
  ]);
  for (const answer of [database, queue])
    if (answer.status === "rejected") log.warn({ err: answer.reason }, "health check failed");
  const up = database.status === "fulfilled" && queue.status === "fulfilled";
  return {
    status: up ? "ok" : "down",
    database: database.status === "fulfilled" ? "ok" : "down",
    queue: queue.status === "fulfilled" ? "ok" : "down",
    workers: database.status === "fulfilled" ? database.value : null,
  };
}
