"use client";

import { type Query, useQueryClient } from "@tanstack/react-query";
import { useTRPC } from "../trpc";
import type { RunDetail } from "../wire";
import { findingsInput } from "./findings-filter";

/** The ways in which a run's part of the query cache changes. */
export function useRunCache(runId: string) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const unfiltered = trpc.runs.findings.infiniteQueryKey(findingsInput(runId));
  const streamed = JSON.stringify(unfiltered);
  const outdated = {
    predicate: ({ queryKey }: Pick<Query, "queryKey">) => JSON.stringify(queryKey) !== streamed,
  };
  const update = (changes: Partial<RunDetail>) => {
    cache.setQueryData(trpc.runs.get.queryKey({ runId }), (run) => (run ? { ...run, ...changes } : run));
  };
  const forgetFindings = () => {
    cache.setQueryData(unfiltered, (loaded) =>
      loaded
        ? { pages: [{ items: [], nextCursor: null }], pageParams: loaded.pageParams.slice(0, 1) }
        : loaded,
    );
    cache.setQueryData(trpc.runs.totals.queryKey({ runId }), []);
  };
  return {
    update,
    /** A new attempt starts with no finding. */
    forgetFindings,
    /** The run waits again, as when it was new; the stream, which opens again, tells the rest. */
    startOver() {
      forgetFindings();
      update({
        status: "queued",
        stage: null,
        progress: 0,
        attempt: 0,
        rows: 0,
        errorRows: 0,
        errorCode: null,
      });
      update({ counts: { error: 0, warning: 0, info: 0 }, codes: {}, kept: 0, report: null });
    },
    /** What a reader asked for while the run went on (a filter, the log) is read once more when it has ended. */
    refreshAtEnd() {
      for (const queryKey of [trpc.runs.findings.pathKey(), trpc.runs.logs.pathKey()]) {
        cache.removeQueries({ queryKey, type: "inactive", ...outdated });
        void cache.invalidateQueries({ queryKey, refetchType: "active", ...outdated });
      }
    },
  };
}
