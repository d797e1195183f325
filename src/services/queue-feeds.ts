import { onGlobal } from "@/on-global";
import { runEvents } from "@/queue/events";
import { type QueueRange, stepsOf } from "@/queue-range";
import type { Actor } from "./context";
import { createFeed, type Feed } from "./feed";
import { type QueueHistory, queueHistory } from "./queue-history";
import { type QueueState, queueState } from "./queue-state";

const stateEveryMs = { least: 1_000, most: 5_000 };

interface Feeds {
  states: Map<string, Feed<QueueState>>;
  histories: Map<string, Feed<QueueHistory>>;
}

const feeds = () => onGlobal<Feeds>("queue-feeds", () => ({ states: new Map(), histories: new Map() }));

/** The queue's state for an owner; all open pages of this process share its looks. */
export function stateFeed(actor: Actor): Feed<QueueState> {
  return kept(feeds().states, actor.ownerId, () =>
    createFeed({
      look: () => queueState({ ctx: { actor } }),
      listen,
      atMostEveryMs: stateEveryMs.least,
      atLeastEveryMs: stateEveryMs.most,
    }),
  );
}

/** An owner's history over a range, shared in the same way; the longer a step, the slower. */
export function historyFeed(actor: Actor, range: QueueRange): Feed<QueueHistory> {
  const stepMs = stepsOf[range].seconds * 1000;
  return kept(feeds().histories, `${range} ${actor.ownerId}`, () =>
    createFeed({
      look: () => queueHistory({ ctx: { actor }, input: { range } }),
      listen,
      atMostEveryMs: Math.min(stepMs / 20, 60_000),
      atLeastEveryMs: Math.min(stepMs / 2, 120_000),
    }),
  );
}

function kept<T>(known: Map<string, T>, key: string, make: () => T): T {
  const found = known.get(key) ?? make();
  known.set(key, found);
  return found;
}

function listen(moved: () => void): () => void {
  const offSnapshot = runEvents().onSnapshot(moved);
  const offChange = runEvents().onChange(moved);
  return () => {
    offSnapshot();
    offChange();
  };
}
