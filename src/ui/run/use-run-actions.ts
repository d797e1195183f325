"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useTRPC } from "../trpc";
import { errorCodeOf } from "../use-reason";
import { useRunCache } from "./use-run-cache";

/** What a person can do with a run. The stream brings the end of a cancelled one, with its totals and report. */
export function useRunActions(runId: string) {
  const trpc = useTRPC();
  const router = useRouter();
  const runCache = useRunCache(runId);
  const cancel = useMutation(trpc.runs.cancel.mutationOptions());
  const retry = useMutation(
    trpc.runs.retry.mutationOptions({
      onSuccess: () => runCache.startOver(),
      onError: (error) => {
        if (errorCodeOf(error) === "file-gone") runCache.update({ fileKept: false });
      },
    }),
  );
  const remove = useMutation(trpc.runs.delete.mutationOptions({ onSuccess: () => router.push("/runs") }));
  const error = cancel.error ?? retry.error ?? remove.error;
  return { cancel, retry, remove, refusal: error ? errorCodeOf(error) : null };
}
