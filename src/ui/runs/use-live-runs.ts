"use client";

import { useInfiniteQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import type { RunStatus } from "@/snapshot";
import { runsPageSize } from "../run-status";
import { useTRPC } from "../trpc";
import type { Run, RunsPage } from "../wire";
import { applyRunsEvent } from "./apply-runs-event";

export interface RunsFilter {
  status?: RunStatus;
  search?: string;
  batchId?: string;
}

function belongs(run: Run, { status, search, batchId }: RunsFilter): boolean {
  const named = !search || run.fileName.toLowerCase().includes(search.toLowerCase());
  return named && (!status || run.status === status) && (!batchId || run.batchId === batchId);
}

interface LiveRunsOptions {
  initial: RunsPage;
  initialFilter: RunsFilter;
  filter: RunsFilter;
}

/** The list of runs, kept true by one stream that writes the cache; only a filter or "load more" asks again. */
export function useLiveRuns({ initial, initialFilter, filter }: LiveRunsOptions) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [workers, setWorkers] = useState<number | null>(null);
  const [lost, setLost] = useState(false);
  const input = { limit: runsPageSize, ...filter };
  const given =
    filter.status === initialFilter.status &&
    filter.search === initialFilter.search &&
    filter.batchId === initialFilter.batchId;
  const options = trpc.runs.list.infiniteQueryOptions(input, {
    getNextPageParam: (page) => page.nextCursor ?? undefined,
    ...(given ? { initialData: { pages: [initial], pageParams: [null] } } : {}),
  });
  const query = useInfiniteQuery(options);
  useSubscription(
    trpc.runs.watchAll.subscriptionOptions(
      {},
      {
        onData: ({ data: event }) => {
          setLost(false);
          if (event.kind === "page") setWorkers(event.workers);
          cache.setQueryData(options.queryKey, (old) =>
            old ? { ...old, pages: applyRunsEvent(old.pages, event, (run) => belongs(run, filter)) } : old,
          );
        },
        onConnectionStateChange: ({ state, error }) => setLost(state === "connecting" && error !== null),
      },
    ),
  );
  return {
    runs: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isPending,
    lost,
    workers,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}
