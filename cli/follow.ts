import { isFinal } from "@/snapshot";
import type { Client } from "./client";
import { followStream } from "./follow-stream";

type Handlers = NonNullable<Parameters<Client["runs"]["watch"]["subscribe"]>[1]>;
type Received = Parameters<NonNullable<Handlers["onData"]>>[0];
/** What the service says about a run at one revision. */
export type WatchEvent = Received["data"];

export interface Follow {
  runId: string;
  onEvent: (event: WatchEvent) => void;
}

/** Follows a run over one event stream until it is final; resolves to its last event. Throws what `followStream` does. */
export function followRun(client: Client, { runId, onEvent }: Follow): Promise<WatchEvent> {
  return followStream<WatchEvent>({
    id: runId,
    onEvent,
    isLast: ({ snapshot }) => isFinal(snapshot.status),
    open: (handlers) => client.runs.watch.subscribe({ runId }, handlers),
  });
}
