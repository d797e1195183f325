import { isFinal } from "@/snapshot";
import type { Client } from "./client";
import { CommandError } from "./command-error";

const patienceMs = 60_000;

type Handlers = NonNullable<Parameters<Client["runs"]["watch"]["subscribe"]>[1]>;
type Received = Parameters<NonNullable<Handlers["onData"]>>[0];
/** What the service says about a run at one revision. */
export type WatchEvent = Received["data"];

export interface Follow {
  runId: string;
  onEvent: (event: WatchEvent) => void;
}

/**
 * Follows a run over one event stream until it is final; resolves to its last event. A cut stream reconnects by itself.
 * Throws CommandError when the service stays away for a minute, and what the service answers when it refuses.
 */
export function followRun(client: Client, { runId, onEvent }: Follow): Promise<WatchEvent> {
  return new Promise((resolve, reject) => {
    let last: WatchEvent | undefined;
    let patience: NodeJS.Timeout | undefined;
    const away = new CommandError({ kind: "connection-lost", runId });

    const subscription = client.runs.watch.subscribe(
      { runId },
      {
        onData({ data }) {
          last = data;
          onEvent(data);
        },
        onConnectionStateChange({ state }) {
          if (state !== "connecting") {
            clearTimeout(patience);
            patience = undefined;
          } else patience ??= setTimeout(() => end(() => reject(away)), patienceMs);
        },
        onError: (error) => end(() => reject(error)),
        onComplete: () => end(() => (last && isFinal(last.snapshot.status) ? resolve(last) : reject(away))),
      },
    );

    let ended = false;
    function end(settle: () => void) {
      if (ended) return;
      ended = true;
      clearTimeout(patience);
      settle();
      subscription.unsubscribe();
    }
  });
}
