import { applicationName } from "@/application-name";
import { db } from "./client";

/**
 * Ends the service's own database sessions that have waited for their process in the middle of a transaction for so many
 * seconds. That process stands still, or its machine is cut off, and the rows that it holds would hold up whoever takes
 * its run over; PostgreSQL itself has no limit for a COPY that waits. Resolves to the number of sessions.
 */
export async function endSilentSessions(seconds: number): Promise<number> {
  // Materialized: a condition among the others might be asked first, of every session.
  const ended = await db().$queryRaw<{ isEnded: boolean }[]>`
    WITH silent AS MATERIALIZED (
      SELECT pid FROM pg_stat_activity
      WHERE datname = current_database() AND usename = current_user AND application_name = ${applicationName}
        AND wait_event_type = 'Client' AND wait_event = 'ClientRead' AND xact_start IS NOT NULL
        AND state_change < now() - make_interval(secs => ${seconds}::float8))
    SELECT pg_terminate_backend(pid) AS "isEnded" FROM silent`;
  return ended.filter(({ isEnded }) => isEnded).length;
}
