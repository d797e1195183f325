"use client";

import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import { useTRPC } from "../trpc";
import { errorCodeOf } from "../use-reason";
import type { Batch, BatchEvent, BatchRun } from "../wire";
import { mergeRuns } from "./merge-runs";

/** One batch and its runs, live over one stream, which writes the query cache; everything on the page reads only that. */
export function useWatchBatch(initial: Batch, initialRuns: BatchRun[]) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { batchId } = initial;
  const { data: batch } = useQuery(trpc.batches.get.queryOptions({ batchId }, { initialData: initial }));
  const { data: runs } = useQuery(trpc.batches.runs.queryOptions({ batchId }, { initialData: initialRuns }));
  const [workers, setWorkers] = useState<number | null>(null);
  const [lost, setLost] = useState(false);
  const [gone, setGone] = useState(false);
  const isOver = batch.state === "finished";

  const onEvent = (event: BatchEvent) => {
    setLost(false);
    setWorkers(event.workers);
    cache.setQueryData(trpc.batches.get.queryKey({ batchId }), event.batch);
    cache.setQueryData(trpc.batches.runs.queryKey({ batchId }), (known) => mergeRuns(known ?? [], event));
  };
  // The page came with this revision: the stream need not send it again.
  const asked = { batchId, lastEventId: String(initial.revision) };
  useSubscription(
    trpc.batches.watch.subscriptionOptions(isOver ? skipToken : asked, {
      onData: ({ data }) => onEvent(data),
      onError: (error) => {
        if (errorCodeOf(error) === "not-found") setGone(true);
        else setLost(true);
      },
      onConnectionStateChange: ({ state, error }) => setLost(state === "connecting" && error !== null),
    }),
  );
  return { batch, runs, workers, lost: lost && !isOver, gone };
}
