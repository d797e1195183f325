"use client";

import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useState } from "react";
import type { QueueRange } from "@/queue-range";
import { useTRPC } from "../trpc";
import type { QueueHistory, QueueState } from "../wire";

interface QueueOptions {
  initialState: QueueState;
  initialHistory: QueueHistory;
  range: QueueRange;
}

/** The queue, live: one stream writes the cache, and a new range is asked once. */
export function useQueue({ initialState, initialHistory, range }: QueueOptions) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const [lost, setLost] = useState(false);
  const stateOptions = trpc.queue.figures.queryOptions(undefined, { initialData: initialState });
  const historyOptions = trpc.queue.history.queryOptions(
    { range },
    range === initialHistory.range ? { initialData: initialHistory } : { placeholderData: keepPreviousData },
  );
  const { data: state } = useQuery(stateOptions);
  // While another range comes, the charts of the one before stay.
  const { data: history = initialHistory } = useQuery(historyOptions);
  useSubscription(
    trpc.queue.watch.subscriptionOptions(
      { range },
      {
        onData: ({ data: event }) => {
          setLost(false);
          if (event.kind === "state") cache.setQueryData(stateOptions.queryKey, event.state);
          else cache.setQueryData(historyOptions.queryKey, event.history);
        },
        onConnectionStateChange: ({ state: connection, error }) =>
          setLost(connection === "connecting" && error !== null),
      },
    ),
  );
  return { state, history, lost };
}
