"use client";

import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useTRPC } from "../trpc";
import type { FindingsPage, RunDetail, Total } from "../wire";
import { type FindingsFilter, findingsInput } from "./findings-filter";

/** Kept findings by pages. `initial` is the first page without a filter, which the stream then extends. */
export function useFindings(run: RunDetail, filter: FindingsFilter, initial?: FindingsPage) {
  const trpc = useTRPC();
  const unfiltered = Object.values(filter).every((value) => !value);
  const query = useInfiniteQuery(
    trpc.runs.findings.infiniteQueryOptions(findingsInput(run.runId, filter), {
      // The stream fills the first page without a cursor: the last finding's id is where the next page starts.
      getNextPageParam: (page, pages) => {
        if (page.nextCursor) return page.nextCursor;
        const loaded = pages.reduce((sum, { items }) => sum + items.length, 0);
        return unfiltered && pages.length === 1 && run.kept > loaded ? page.items.at(-1)?.id : undefined;
      },
      ...(unfiltered && initial ? { initialData: { pages: [initial], pageParams: [null] } } : {}),
    }),
  );
  return {
    items: query.data?.pages.flatMap((page) => page.items) ?? [],
    loading: query.isPending,
    error: query.error,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    loadingMore: query.isFetchingNextPage,
  };
}

/** Exact totals per code and column, which the stream brings when the run ends. */
export function useTotals(runId: string, initial: Total[]): Total[] {
  const trpc = useTRPC();
  return useQuery(trpc.runs.totals.queryOptions({ runId }, { initialData: initial })).data;
}
