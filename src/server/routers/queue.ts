import { tracked } from "@trpc/server";
import { QueueRangeInput, WatchQueueInput } from "@/services/inputs";
import { queueHistory } from "@/services/queue-history";
import { queueState } from "@/services/queue-state";
import { watchQueue } from "@/services/watch-queue";
import { procedure, router } from "../trpc";

export const queueRouter = router({
  figures: procedure.query((call) => queueState(call)),
  history: procedure.input(QueueRangeInput).query((call) => queueHistory(call)),

  /** The queue, live: its state and history at once, then what is new. Never ends by itself. */
  watch: procedure.input(WatchQueueInput).subscription(async function* ({ ctx, input, signal }) {
    let sent = 0;
    for await (const event of watchQueue({ ctx: { ...ctx, signal }, input })) {
      sent += 1;
      yield tracked(String(sent), event);
    }
  }),
});
