import { log } from "@/log";
import { producer } from "@/queue/producer";
import { within } from "./within";

/** Takes the job of an ended run out of the queue, so that no worker starts it. Never throws: a worker asks the row first. */
export async function dropJob(runId: string): Promise<void> {
  try {
    await within(3000, producer().removeJob(runId));
  } catch (error) {
    log.warn({ err: error, runId }, "a job was not removed");
  }
}
