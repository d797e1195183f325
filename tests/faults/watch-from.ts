import { isFinal, type Snapshot } from "@/snapshot";
import { createClient } from "../../cli/client";

/** A real EventSource client on `runs.watch`, with all that it hears and each state of its connection. */
export function watchFrom(url: string, runId: string) {
  const heard: { id: number; snapshot: Snapshot }[] = [];
  const states: string[] = [];
  const client = createClient({ url, token: undefined, lang: "en" });
  let tellEnd = () => {};
  const ended = new Promise<void>((resolve) => {
    tellEnd = resolve;
  });
  const subscription = client.runs.watch.subscribe(
    { runId },
    {
      onData: ({ id, data }) => heard.push({ id: Number(id), snapshot: data.snapshot }),
      onConnectionStateChange: ({ state }) => states.push(state),
      onComplete: tellEnd,
    },
  );
  return {
    heard,
    states,
    ended,
    finals: () => heard.filter(({ snapshot }) => isFinal(snapshot.status)).length,
    stop: () => subscription.unsubscribe(),
  };
}
