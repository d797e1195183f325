"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useTRPC } from "../trpc";
import { enqueueInput } from "../uploads/enqueue-input";
import type { UploadChoice } from "../uploads/upload-state";
import { useTabUploads } from "../uploads/uploads-provider";
import { errorCodeOf } from "../use-reason";

interface Sending {
  batchId: string;
  files: File[];
  choice: UploadChoice;
}

/** Makes one batch of several files, sends them, and shows the batch. What was refused can be asked again. */
export function useSendBatch() {
  const trpc = useTRPC();
  const router = useRouter();
  const { add } = useTabUploads();
  const [last, setLast] = useState<Sending | null>(null);
  const create = useMutation(trpc.batches.create.mutationOptions());
  const send = ({ batchId, files, choice }: Sending) => {
    setLast({ batchId, files, choice });
    const expectedBytes = files.reduce((sum, { size }) => sum + size, 0);
    const asked = { ...enqueueInput(choice), batchId, expectedFiles: files.length, expectedBytes };
    create.mutate(asked, {
      onSuccess: () => {
        add(files, choice, batchId);
        router.push(`/batches/${batchId}`);
      },
    });
  };
  return {
    // The id is made here, so that asking again, or a double click, makes no second batch.
    send: (files: File[], choice: UploadChoice) =>
      create.isPending ? undefined : send({ batchId: crypto.randomUUID(), files, choice }),
    again: () => (last ? send(last) : undefined),
    busy: create.isPending,
    refusal: create.error ? errorCodeOf(create.error) : null,
  };
}
