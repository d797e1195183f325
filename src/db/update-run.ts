import type { Snapshot } from "@/snapshot";
import { db } from "./client";
import type { Prisma } from "./generated/client";
import { toSnapshot } from "./run-view";

type Change = Omit<Prisma.ValidationRunUpdateManyMutationInput, "revision" | "updatedAt">;

/**
 * The one way to change a run: a single conditional UPDATE that counts the revision up.
 * Returns the new snapshot, or null when no run meets the condition.
 */
export async function updateRun(
  where: Prisma.ValidationRunWhereInput & { id: string },
  change: Change,
  client: Prisma.TransactionClient = db(),
): Promise<Snapshot | null> {
  const [row] = await client.validationRun.updateManyAndReturn({
    where,
    data: { ...change, revision: { increment: 1 }, updatedAt: new Date() },
  });
  return row ? toSnapshot(row) : null;
}
