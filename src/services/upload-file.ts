import { Readable } from "node:stream";
import { insertFile } from "@/db/insert-file";
import { env } from "@/env";
import { AppError } from "@/errors";
import { log } from "@/log";
import { traced } from "@/tracing";
import { cleanFileName } from "./clean-file-name";
import type { Call } from "./context";
import { processMetrics } from "./process-metrics";
import { readBody } from "./read-body";
import { shelf } from "./shelf";

export interface UploadInput {
  name: string;
  body: ReadableStream<Uint8Array> | Readable;
  /** The size that the sender announced, when it did; another size means that the body was cut. */
  expectedBytes?: number | undefined;
  /** Runs once the bytes are on the shelf and before the row is written; throwing keeps nothing. */
  confirm?: (() => Promise<void>) | undefined;
}

export interface UploadedFile {
  fileId: string;
  bytes: number;
  sha256: string;
}

/**
 * Streams a file to the shelf while it is counted and hashed, then writes its row.
 * Throws AppError `too-large` or `invalid-input` (cut body); after any failure neither bytes nor row stay.
 */
export function uploadFile(call: Call<UploadInput>): Promise<UploadedFile> {
  return traced("files.upload", {}, async (span) => {
    const file = await upload(call);
    span.tell({ fileId: file.fileId, bytes: file.bytes });
    return file;
  });
}

async function upload({ ctx, input }: Call<UploadInput>): Promise<UploadedFile> {
  const maxBytes = env().MAX_UPLOAD_BYTES;
  if ((input.expectedBytes ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const saved = await save(input.body, maxBytes, ctx.signal);
  try {
    if (input.expectedBytes !== undefined && saved.bytes !== input.expectedBytes)
      throw new AppError("invalid-input", "The upload was cut: fewer bytes came than were announced.");
    await input.confirm?.();
    const { id } = await insertFile({
      ownerId: ctx.actor.ownerId,
      name: cleanFileName(input.name),
      storageKey: saved.key,
      bytes: saved.bytes,
      sha256: saved.sha256,
    });
    const { uploads, uploadBytes } = processMetrics();
    uploads.inc();
    uploadBytes.inc(saved.bytes);
    return { fileId: id, bytes: saved.bytes, sha256: saved.sha256 };
  } catch (error) {
    // What cannot be removed now has no row, so the sweep takes it; the sender is told why the upload failed.
    await shelf()
      .remove(saved.key)
      .catch((cause: unknown) => log.warn({ err: cause }, "an upload that failed was not removed"));
    throw error;
  }
}

async function save(body: UploadInput["body"], maxBytes: number, signal: AbortSignal | undefined) {
  const stream = body instanceof Readable ? body : readBody(body, signal);
  try {
    return await shelf().save(stream, { maxBytes, signal });
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    // The sender's stream broke, not our disk.
    if (stream.errored || signal?.aborted)
      throw new AppError("invalid-input", "The upload was cut.", { cause });
    throw cause;
  }
}

function tooLarge(maxBytes: number): AppError {
  const message = `The file is larger than the limit of ${maxBytes} bytes.`;
  return new AppError("too-large", message, { params: { maxBytes } });
}
