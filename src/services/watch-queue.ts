import { createBell } from "./bell";
import type { Call } from "./context";
import type { QueueRangeInput } from "./inputs";
import { processMetrics } from "./process-metrics";
import { historyFeed, stateFeed } from "./queue-feeds";
import type { QueueHistory } from "./queue-history";
import type { QueueState } from "./queue-state";
import { stopSignal, throwIfStopping } from "./stream-stop";

/** One message about the queue: each is whole, so a reader that comes back has missed nothing. */
export type QueueEvent = { kind: "state"; state: QueueState } | { kind: "history"; history: QueueHistory };

const idleMs = 60_000;

/**
 * The queue, live: its state and its history at once, then each again when it is another. Ends when the reader leaves;
 * throws `unavailable` when the server stops, and when the database does not answer.
 */
export async function* watchQueue({ ctx, input }: Call<QueueRangeInput>): AsyncGenerator<QueueEvent, void> {
  const stop = stopSignal(ctx.signal);
  const bell = createBell(stop);
  const { streams } = processMetrics();
  streams.inc();
  const states = stateFeed(ctx.actor).follow(bell.ring);
  const histories = historyFeed(ctx.actor, input.range).follow(bell.ring);
  try {
    while (!stop.aborted) {
      const state = states.take();
      if (state) yield { kind: "state", state };
      const history = histories.take();
      if (history) yield { kind: "history", history };
      await bell.wait(idleMs);
    }
    throwIfStopping();
  } finally {
    states.close();
    histories.close();
    streams.dec();
  }
}
