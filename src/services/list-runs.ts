import { listRuns as readRuns } from "@/db/list-runs";
import type { RunView } from "@/db/run-view";
import type { Call } from "./context";
import type { ListRunsInput } from "./inputs";

/** The actor's runs, newest first, by cursor pages. */
export async function listRuns({
  ctx,
  input,
}: Call<ListRunsInput>): Promise<{ items: RunView[]; nextCursor: string | null }> {
  return readRuns({ ...input, ownerId: ctx.actor.ownerId });
}
