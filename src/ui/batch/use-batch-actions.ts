"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../trpc";
import { errorCodeOf } from "../use-reason";

/** What a person can do with a batch. The stream brings what comes of it. */
export function useBatchActions(batchId: string) {
  const trpc = useTRPC();
  const cache = useQueryClient();
  const router = useRouter();
  const cancel = useMutation(trpc.batches.cancel.mutationOptions());
  const close = useMutation(trpc.batches.close.mutationOptions());
  const retry = useMutation(
    trpc.batches.retryFailed.mutationOptions({
      // It is under way again, so the stream opens again and tells the rest.
      onSuccess: () =>
        cache.setQueryData(trpc.batches.get.queryKey({ batchId }), (batch) =>
          batch ? { ...batch, state: "running" as const, isCancelled: false, finishedAt: null } : batch,
        ),
    }),
  );
  const remove = useMutation(trpc.batches.delete.mutationOptions({ onSuccess: () => router.push("/runs") }));
  const error = cancel.error ?? close.error ?? retry.error ?? remove.error;
  return { cancel, close, retry, remove, refusal: error ? errorCodeOf(error) : null };
}
