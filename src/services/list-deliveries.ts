import { listDeliveries as readDeliveries } from "@/db/list-deliveries";
import { AppError } from "@/errors";
import type { Call } from "./context";
import type { ListDeliveriesInput } from "./webhook-inputs";

/** What was sent to a webhook and how it went, newest first. Throws AppError `not-found`. */
export async function listDeliveries({ ctx, input }: Call<ListDeliveriesInput>) {
  const page = await readDeliveries({ ...input, ownerId: ctx.actor.ownerId });
  if (!page) throw new AppError("not-found", "There is no such webhook.");
  return page;
}
