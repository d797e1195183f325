"use client";

import { useCallback, useEffect, useReducer, useRef } from "react";
import { useTRPCClient } from "../trpc";
import type { UploadContext } from "../upload-link";
import { errorCodeOf } from "../use-reason";
import { noUploads, reduceUploads, type Upload, type UploadChoice } from "./upload-state";

// Two at once fill the line; the browser's other connections stay free for the stream and the pages.
const atOnce = 2;

/** Uploads files, at most two at once, and places each in the queue when its last byte is stored. */
export function useUploads() {
  const client = useTRPCClient();
  const [uploads, dispatch] = useReducer(reduceUploads, noUploads);
  const running = useRef(new Map<string, AbortController>());

  const run = useCallback(
    async ({ id, file, choice }: Upload, controller: AbortController) => {
      const context: UploadContext = {
        onProgress: ({ sent, total }) => dispatch({ kind: "sent", id, sent, total }),
      };
      try {
        const { fileId } = await client.files.upload.mutate(file, { context, signal: controller.signal });
        await client.runs.enqueue.mutate({
          fileId,
          ...(choice.rulesetId ? { rulesetId: choice.rulesetId } : {}),
          priority: choice.priority,
          ...(choice.options ? { options: choice.options } : {}),
          ...(choice.keepHours ? { keepHours: choice.keepHours } : {}),
        });
        dispatch({ kind: "gone", id });
      } catch (error) {
        const reason = errorCodeOf(error);
        // Its run is written and listed as waiting, and starts when the queue is back: uploaded again it would be a second.
        if (controller.signal.aborted || reason === "queue-away") dispatch({ kind: "gone", id });
        else dispatch({ kind: "failed", id, reason });
      } finally {
        running.current.delete(id);
      }
    },
    [client],
  );

  useEffect(() => {
    for (const upload of uploads.filter(({ state, id }) => state === "waiting" && !running.current.has(id))) {
      if (running.current.size >= atOnce) return;
      const controller = new AbortController();
      running.current.set(upload.id, controller);
      dispatch({ kind: "started", id: upload.id });
      void run(upload, controller);
    }
  }, [uploads, run]);

  const add = useCallback((files: File[], choice: UploadChoice) => {
    dispatch({ kind: "added", files: files.map((file) => ({ id: crypto.randomUUID(), file, choice })) });
  }, []);
  const remove = useCallback((id: string) => {
    running.current.get(id)?.abort();
    dispatch({ kind: "gone", id });
  }, []);
  const retry = useCallback((id: string) => dispatch({ kind: "retried", id }), []);
  return { uploads, add, remove, retry };
}
