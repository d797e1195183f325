import { type Priority, priorityNumbers, turnCosts } from "@/priority";
import type { Prisma } from "./generated/client";

interface Place {
  ownerId: string;
  priority: Priority;
}

/**
 * The place of a run that is about to wait: behind the owner's others of its class, and never before the turn that is
 * being served. Of several transactions for one owner and class, each waits for the one before.
 */
export async function takeTurn(tx: Prisma.TransactionClient, { ownerId, priority }: Place): Promise<bigint> {
  const number = priorityNumbers[priority];
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`turn ${number} ${ownerId}`}, 0))`;
  const [row] = await tx.$queryRaw<{ turn: bigint }[]>`
    WITH served AS (
      SELECT max(turn) AS turn FROM validation_runs WHERE status = 'processing'
    ), first_start AS (
      SELECT turn - CASE priority WHEN 1 THEN ${turnCosts.high}::int WHEN 3 THEN ${turnCosts.low}::int
        ELSE ${turnCosts.normal}::int END AS turn
      FROM validation_runs WHERE status = 'queued' ORDER BY turn LIMIT 1
    ), own AS (
      SELECT max(turn) AS turn FROM validation_runs
      WHERE owner_id = ${ownerId} AND priority = ${number} AND status IN ('queued', 'processing')
    )
    SELECT greatest(
      (SELECT turn FROM own),
      coalesce((SELECT turn FROM served), (SELECT turn FROM first_start)),
      0
    )::bigint + ${turnCosts[priority]}::int AS turn`;
  if (!row) throw new Error("the database gave no turn");
  return row.turn;
}
