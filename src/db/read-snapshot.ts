import type { Snapshot } from "@/snapshot";
import { db } from "./client";
import { toSnapshot } from "./run-view";

/** Whoever the owner is: for the worker and for streams that have checked the owner before. */
export async function readSnapshot(runId: string): Promise<Snapshot | null> {
  const row = await db().validationRun.findUnique({ where: { id: runId } });
  return row && toSnapshot(row);
}
