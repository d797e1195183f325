"use client";

import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import { useSubscription } from "@trpc/tanstack-react-query";
import { useRef, useState } from "react";
import { isOver } from "../run-status";
import { useTRPC } from "../trpc";
import { errorCodeOf } from "../use-reason";
import type { RunDetail, WatchEvent } from "../wire";
import { findingsInput } from "./findings-filter";
import { mergeFindings } from "./merge-findings";
import { addSample, type Pace, paceOf, type Sample } from "./pace";
import { useRunCache } from "./use-run-cache";

export interface Line {
  /** Place in the queue, 1 being next; null when it does not wait or is not known yet. */
  position: number | null;
  /** Living workers; null until the stream has told. */
  workers: number | null;
}

/** One run, live. The stream writes the query cache; everything on the page reads only that. */
export function useWatchRun(initial: RunDetail) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const { runId } = initial;
  const runCache = useRunCache(runId);
  const { data: run } = useQuery(trpc.runs.get.queryOptions({ runId }, { initialData: initial }));
  const [line, setLine] = useState<Line>({ position: null, workers: null });
  const [pace, setPace] = useState<Pace | null>(null);
  const [lost, setLost] = useState(false);
  const [gone, setGone] = useState(false);
  const samples = useRef<Sample[]>([]);

  const onEvent = ({ snapshot, position, workers, findings, totals, ...atEnd }: WatchEvent) => {
    setLost(false);
    setLine({ position, workers });
    samples.current = snapshot.status === "processing" ? addSample(samples.current, snapshot) : [];
    setPace(paceOf(samples.current));
    const before = cache.getQueryData(trpc.runs.get.queryKey({ runId }));
    if (before && before.attempt !== snapshot.attempt) runCache.forgetFindings();
    runCache.update({
      ...snapshot,
      ...atEnd,
    });
    cache.setQueryData(trpc.runs.findings.infiniteQueryKey(findingsInput(runId)), (loaded) =>
      loaded ? mergeFindings(loaded, findings) : loaded,
    );
    if (totals) cache.setQueryData(trpc.runs.totals.queryKey({ runId }), totals);
    if (isOver(snapshot.status)) runCache.refreshAtEnd();
  };

  useSubscription(
    trpc.runs.watch.subscriptionOptions(isOver(run.status) ? skipToken : { runId }, {
      onData: ({ data }) => onEvent(data),
      onError: (error) => {
        if (errorCodeOf(error) === "not-found") setGone(true);
        else setLost(true);
      },
      onConnectionStateChange: ({ state, error }) => setLost(state === "connecting" && error !== null),
    }),
  );
  return { run, line, pace, lost: lost && !isOver(run.status), gone };
}
