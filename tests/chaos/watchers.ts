import { findRun } from "@/db/find-run";
import { isFinal } from "@/snapshot";
import { createClient } from "../../cli/client";
import type { WatchEvent } from "../../cli/follow";
import { ownerId } from "./people";

interface Watcher {
  runId: string;
  state: string;
  revision: number;
  ended: boolean;
  stop(): void;
}

export type Watchers = ReturnType<typeof openWatchers>;

/** Someone who watches each run over the web process, from its beginning to its end, whatever dies meanwhile. */
export function openWatchers(url: string) {
  const client = createClient({ url, token: undefined, lang: "en" });
  const open = new Map<string, Watcher>();
  const complaints: { runId: string; what: string }[] = [];

  const hear = (watcher: Watcher, last: string | undefined, event: WatchEvent): string => {
    const complain = (what: string) => complaints.push({ runId: watcher.runId, what });
    const { revision, status } = event.snapshot;
    const text = JSON.stringify(event);
    if (watcher.ended) complain("was told more after its end");
    if (revision < watcher.revision) complain(`went from revision ${watcher.revision} back to ${revision}`);
    // One revision may come again only with another place in the queue.
    if (text === last) complain(`had revision ${revision} twice`);
    watcher.revision = revision;
    watcher.ended = isFinal(status);
    return text;
  };

  const watch = (runId: string) => {
    open.get(runId)?.stop();
    let last: string | undefined;
    const watcher: Watcher = { runId, state: "connecting", revision: 0, ended: false, stop: () => {} };
    const subscription = client.runs.watch.subscribe(
      { runId },
      {
        onData: ({ data }) => {
          last = hear(watcher, last, data);
        },
        onConnectionStateChange: ({ state }) => {
          watcher.state = state;
        },
        onError: (error) => {
          complaints.push({ runId, what: `its stream broke: ${error.message}` });
        },
      },
    );
    watcher.stop = () => subscription.unsubscribe();
    open.set(runId, watcher);
  };

  return {
    /** Begins to watch a run, or begins anew after its retry. */
    watch,
    /** Whether every watcher is heard again, or has heard its end. */
    areBack: () => [...open.values()].every(({ ended, state }) => ended || state === "pending"),
    areDone: () => [...open.values()].every(({ ended }) => ended),
    /** Closes all; tells which runs were not watched to their end as they should. */
    async close() {
      for (const { runId, revision, ended, stop } of open.values()) {
        stop();
        const run = await findRun({ ownerId, runId });
        if (!ended || run?.revision !== revision)
          complaints.push({ runId, what: `was last seen at revision ${revision} of ${run?.revision}` });
      }
      return complaints;
    },
  };
}
