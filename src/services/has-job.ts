import { AppError } from "@/errors";
import { producer } from "@/queue/producer";
import { within } from "./within";

/** Whether the queue knows the job. Throws AppError `unavailable` when it does not answer. */
export async function hasJob(jobId: string): Promise<boolean> {
  try {
    return (await within(3000, producer().getJobStatus(jobId))) !== null;
  } catch (cause) {
    throw new AppError("unavailable", "The queue does not answer. Try again in a moment.", {
      cause,
      params: { category: "queue" },
    });
  }
}
