import type { Context } from "@/services/context";
import { queueBoard } from "@/services/queue-board";

/** `/admin/queues` and all below it: Bull Board. */
export function board(request: Request, ctx: Context): Promise<Response> {
  return queueBoard({ ctx, input: request });
}
