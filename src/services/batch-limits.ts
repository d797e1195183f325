import { databaseIn } from "@/db/clock";
import { env } from "@/env";
import { AppError } from "@/errors";

/** Throws AppError `too-large` for more files than a batch may have. */
export function checkBatchSize(files: number): void {
  const { MAX_BATCH_FILES: maxFiles } = env();
  if (files > maxFiles)
    throw new AppError("too-large", `A batch takes at most ${maxFiles} files.`, { params: { maxFiles } });
}

/** When a batch to which a file came now closes by itself, should no other follow. */
export function openUntil(): Promise<Date> {
  return databaseIn(env().BATCH_OPEN_MINUTES * 60_000);
}
