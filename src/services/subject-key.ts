import { createHash } from "node:crypto";
import { listSubjects } from "@/db/list-days";
import { AppError } from "@/errors";

/** Stands for a subject in addresses, where no cell of a file may stand. Each run has keys of its own. */
export function subjectKey(runId: string, subject: string): string {
  return createHash("sha256").update(`${runId}\n${subject}`).digest("hex").slice(0, 16);
}

/** The subject behind a key. Throws AppError `not-found` for a key that the run has not. */
export async function subjectOfKey(run: { ownerId: string; runId: string }, key: string): Promise<string> {
  const subjects = await listSubjects(run);
  const subject = subjects.find((candidate) => subjectKey(run.runId, candidate) === key);
  if (subject === undefined) throw new AppError("not-found", "The run has no findings of such a subject.");
  return subject;
}
