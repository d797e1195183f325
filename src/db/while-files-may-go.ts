import type { Prisma } from "./generated/client";
import { inTransaction } from "./transaction";

/** The name of the lock that a backup holds while it copies files. */
export const filesLock = "files may go";

/**
 * Runs `remove` in a transaction, unless a backup is copying files: false then, and the file is left to the sweep by
 * its deadline. A backup that begins waits for those that are being removed.
 */
export async function whileFilesMayGo(
  remove: (tx: Prisma.TransactionClient) => Promise<void>,
): Promise<boolean> {
  return inTransaction(async (tx) => {
    const [lock] = await tx.$queryRaw<{ free: boolean }[]>`
      SELECT pg_try_advisory_xact_lock_shared(hashtextextended(${filesLock}, 0)) AS free`;
    if (!lock?.free) return false;
    await remove(tx);
    return true;
  });
}
