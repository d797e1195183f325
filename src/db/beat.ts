import { db } from "./client";

/** Says that a worker process lives, by the database's clock, and forgets those that died a day ago. */
export async function beat({ id, host }: { id: string; host: string }): Promise<void> {
  await db().$executeRaw`
    WITH dead AS (DELETE FROM worker_processes WHERE seen_at < now() - interval '1 day' AND id <> ${id}::uuid)
    INSERT INTO worker_processes (id, host, seen_at) VALUES (${id}::uuid, ${host}, now())
    ON CONFLICT (id) DO UPDATE SET seen_at = now()`;
}
