import { CommandError } from "./command-error";

const patienceMs = 60_000;

interface Handlers<Event> {
  onData(message: { data: Event }): void;
  onConnectionStateChange(change: { state: string }): void;
  onError(error: unknown): void;
  onComplete(): void;
}

interface FollowedStream<Event> {
  /** What is followed, to be named when the connection is lost. */
  id: string;
  onEvent: (event: Event) => void;
  isLast: (event: Event) => boolean;
  open: (handlers: Handlers<Event>) => { unsubscribe(): void };
}

/**
 * Follows an event stream to its end; resolves to its last event. A cut stream reconnects by itself. Throws CommandError
 * when the service stays away for a minute, and what the service answers when it refuses.
 */
export function followStream<Event>(stream: FollowedStream<Event>): Promise<Event> {
  return new Promise((resolve, reject) => {
    let last: Event | undefined;
    let patience: NodeJS.Timeout | undefined;
    const away = new CommandError({ kind: "connection-lost", runId: stream.id });

    const subscription = stream.open({
      onData({ data }) {
        last = data;
        stream.onEvent(data);
      },
      onConnectionStateChange({ state }) {
        if (state !== "connecting") {
          clearTimeout(patience);
          patience = undefined;
        } else patience ??= setTimeout(() => end(() => reject(away)), patienceMs);
      },
      onError: (error) => end(() => reject(error)),
      onComplete: () => end(() => (last && stream.isLast(last) ? resolve(last) : reject(away))),
    });

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
