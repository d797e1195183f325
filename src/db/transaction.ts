import { db } from "./client";
import type { Prisma } from "./generated/client";

/** Runs `work` in one transaction: read committed, so a conditional UPDATE waits for a rival and then looks again. */
export function inTransaction<T>(work: (tx: Prisma.TransactionClient) => Promise<T>): Promise<T> {
  return db().$transaction(work, { maxWait: 15_000, timeout: 60_000 });
}
