import { databaseNow } from "@/db/clock";
import { purgeDeliveries, purgeLogs } from "@/db/purge-logs";
import { purgeRuns } from "@/db/purge-runs";
import { env } from "@/env";
import { log } from "@/log";

const dayMs = 86_400_000;

/** Deletes what is older than the settings say; a setting that is not made keeps. */
export async function applyRetention(at?: Date) {
  const { RUN_DAYS, LOG_DAYS, DELIVERY_DAYS } = env();
  const now = at ?? (await databaseNow());
  const olderThan = async (days: number | undefined, purge: (before: Date) => Promise<number>) =>
    days === undefined ? 0 : purge(new Date(now.getTime() - days * dayMs));
  const purged = {
    runs: await olderThan(RUN_DAYS, purgeRuns),
    logs: await olderThan(LOG_DAYS, purgeLogs),
    deliveries: await olderThan(DELIVERY_DAYS, purgeDeliveries),
  };
  if (purged.runs + purged.logs + purged.deliveries > 0)
    log.info(purged, "what is past its time was deleted");
  return purged;
}
