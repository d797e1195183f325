import { type AffectedRow, listAffectedRows as readRows } from "@/db/list-affected-rows";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { FindingId } from "./inputs";

/** The first rows that a kept finding is about, each with its cells as far as they are stored. Throws AppError `not-found`. */
export async function listAffectedRows({ ctx, input }: Call<FindingId>): Promise<AffectedRow[]> {
  const rows = await readRows({ ...input, ownerId: ctx.actor.ownerId });
  if (!rows) throw new AppError("not-found", "There is no such finding.");
  return rows;
}
