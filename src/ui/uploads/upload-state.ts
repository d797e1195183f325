import type { Priority } from "@/priority";
import type { ReadOptions } from "../wire";

export interface UploadChoice {
  rulesetId: string | null;
  keepHours: number | null;
  priority: Priority;
  /** How the file is read; null leaves all of it to detection. */
  options: ReadOptions | null;
}

export interface Upload {
  id: string;
  file: File;
  choice: UploadChoice;
  /** The batch that it is part of; null for a file on its own. */
  batchId: string | null;
  state: "waiting" | "uploading" | "stored" | "failed";
  sent: number;
  total: number;
  /** An AppError code, "offline" or "internal". */
  reason: string | null;
}

type UploadEvent =
  | { kind: "added"; files: Pick<Upload, "id" | "file" | "choice" | "batchId">[] }
  | { kind: "started" | "gone" | "retried"; id: string }
  | { kind: "sent"; id: string; sent: number; total: number }
  | { kind: "batch-gone"; batchId: string }
  | { kind: "failed"; id: string; reason: string };

export const noUploads: readonly Upload[] = [];

function change(uploads: readonly Upload[], id: string, changes: Partial<Upload>) {
  return uploads.map((upload) => (upload.id === id ? { ...upload, ...changes } : upload));
}

/** The uploads after one event; what was sent is what the browser says has left. */
export function reduceUploads(uploads: readonly Upload[], event: UploadEvent): readonly Upload[] {
  switch (event.kind) {
    case "added": {
      const fresh = event.files.map(
        (file): Upload => ({ ...file, state: "waiting", sent: 0, total: file.file.size, reason: null }),
      );
      return [...uploads, ...fresh];
    }
    case "started":
      return change(uploads, event.id, { state: "uploading" });
    case "sent": {
      const state = event.sent >= event.total ? "stored" : "uploading";
      return change(uploads, event.id, { sent: event.sent, total: event.total, state });
    }
    case "failed":
      return change(uploads, event.id, { state: "failed", reason: event.reason });
    case "retried":
      return change(uploads, event.id, { state: "waiting", sent: 0, reason: null });
    case "batch-gone":
      return uploads.filter((upload) => upload.batchId !== event.batchId);
    case "gone":
      return uploads.filter((upload) => upload.id !== event.id);
  }
}
