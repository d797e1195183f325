import type { Client } from "./client";
import { followStream } from "./follow-stream";

type Handlers = NonNullable<Parameters<Client["batches"]["watch"]["subscribe"]>[1]>;
/** What the service says about a batch at one revision. */
export type BatchEvent = Parameters<NonNullable<Handlers["onData"]>>[0]["data"];

export interface FollowBatch {
  batchId: string;
  onEvent: (event: BatchEvent) => void;
}

/**
 * Follows a batch and all of its runs over one event stream until it has ended; resolves to its last event. A cut stream
 * reconnects by itself. Throws CommandError when the service stays away for a minute, and what it answers when it refuses.
 */
export function followBatch(client: Client, { batchId, onEvent }: FollowBatch): Promise<BatchEvent> {
  return followStream<BatchEvent>({
    id: batchId,
    onEvent,
    isLast: ({ batch }) => batch.state === "finished",
    open: (handlers) => client.batches.watch.subscribe({ batchId }, handlers),
  });
}
