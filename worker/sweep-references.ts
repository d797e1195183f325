import { readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { earlierNow } from "@/db/clock";
import { listNamedTables } from "@/db/list-named-tables";
import { log } from "@/log";
import { referencesFolder } from "./fetch-references";

const hourMs = 3_600_000;
const unusedMs = 30 * 24 * hourMs;

/**
 * Removes tables that no version of a ruleset names or that no run has asked for in 30 days, and what a write that was cut
 * left. One that was touched within the hour may be in use and stays.
 */
export async function sweepReferences(at?: Date): Promise<number> {
  const names = await readdir(referencesFolder()).catch(() => []);
  if (names.length === 0) return 0;
  const now = at ?? (await earlierNow());
  const named = await listNamedTables();
  let removed = 0;
  for (const name of names) {
    const place = join(referencesFolder(), name);
    const seen = await stat(place).catch(() => null);
    if (!seen) continue;
    const age = now.getTime() - seen.mtimeMs;
    const isNamed = name.endsWith(".csv") && named.has(name.slice(0, -".csv".length));
    if (age < (isNamed ? unusedMs : hourMs)) continue;
    await rm(place, { force: true });
    removed += 1;
  }
  if (removed > 0) log.info({ removed }, "reference tables that nothing uses removed");
  return removed;
}
