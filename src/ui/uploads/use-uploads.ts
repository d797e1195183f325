"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { useTRPCClient } from "../trpc";
import type { UploadContext } from "../upload-link";
import { errorCodeOf } from "../use-reason";
import { enqueueInput } from "./enqueue-input";
import { noUploads, reduceUploads, type Upload, type UploadChoice } from "./upload-state";
import { useLeaveWarning } from "./use-leave-warning";

// Two at once fill the line; the browser's other connections stay free for the stream and the pages.
const atOnce = 2;

/** Uploads files, at most two at once, and places each in the queue when its last byte is stored. */
export function useUploads() {
  const client = useTRPCClient();
  const [uploads, dispatch] = useReducer(reduceUploads, noUploads);
  const running = useRef(new Map<string, AbortController>());
  /** Files that are stored but not in the queue yet: a retry does not send them twice. */
  const stored = useRef(new Map<string, string>());
  /** Batches of which a file was taken back, so that the rest must say when it is all. */
  const short = useRef(new Set<string>());
  useLeaveWarning(uploads.some(({ batchId, state }) => batchId !== null && state !== "failed"));

  const run = useCallback(
    async ({ id, file, choice, batchId }: Upload, controller: AbortController) => {
      const { signal } = controller;
      const context: UploadContext = {
        onProgress: ({ sent, total }) => dispatch({ kind: "sent", id, sent, total }),
      };
      try {
        const known = stored.current.get(id);
        const fileId = known ?? (await client.files.upload.mutate(file, { context, signal })).fileId;
        stored.current.set(id, fileId);
        if (batchId) await client.batches.add.mutate({ batchId, fileIds: [fileId] }, { signal });
        else await client.runs.enqueue.mutate({ ...enqueueInput(choice), fileId });
        stored.current.delete(id);
        dispatch({ kind: "gone", id });
      } catch (error) {
        const reason = errorCodeOf(error);
        // Its run is written and listed as waiting, and starts when the queue is back: uploaded again it would be a second.
        if (signal.aborted || reason === "queue-away") dispatch({ kind: "gone", id });
        else dispatch({ kind: "failed", id, reason });
      } finally {
        running.current.delete(id);
      }
    },
    [client],
  );

  useEffect(() => {
    for (const upload of uploads.filter(({ state, id }) => state === "waiting" && !running.current.has(id))) {
      if (running.current.size >= atOnce) break;
      const controller = new AbortController();
      running.current.set(upload.id, controller);
      dispatch({ kind: "started", id: upload.id });
      void run(upload, controller);
    }
    for (const batchId of short.current) {
      if (uploads.some((upload) => upload.batchId === batchId)) continue;
      short.current.delete(batchId);
      // Should this be lost too, the batch closes by itself.
      client.batches.close.mutate({ batchId }).catch(() => undefined);
    }
  }, [uploads, run, client]);

  const add = useCallback((files: File[], choice: UploadChoice, batchId: string | null = null) => {
    const made = files.map((file) => ({ id: crypto.randomUUID(), file, choice, batchId }));
    dispatch({ kind: "added", files: made });
  }, []);
  const remove = useCallback(({ id, batchId }: Pick<Upload, "id" | "batchId">) => {
    if (batchId) short.current.add(batchId);
    running.current.get(id)?.abort();
    dispatch({ kind: "gone", id });
  }, []);
  /** Stops all that is still to be sent into a batch. */
  const removeBatch = useCallback(
    (batchId: string) => {
      for (const upload of uploads) if (upload.batchId === batchId) running.current.get(upload.id)?.abort();
      dispatch({ kind: "batch-gone", batchId });
    },
    [uploads],
  );
  const retry = useCallback((id: string) => dispatch({ kind: "retried", id }), []);
  return { uploads, add, remove, removeBatch, retry };
}
