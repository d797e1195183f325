import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { DeleteObjectCommand, type S3Client } from "@aws-sdk/client-s3";
import { Upload } from "@aws-sdk/lib-storage";
import type { SavedFile, SaveOptions } from "./contract";
import { makeMeter } from "./meter";
import { s3Fault } from "./s3-fault";
import { toReadable } from "./to-readable";

/** S3's smallest part, and its most parts. One upload holds three parts in memory: two on their way, one being filled. */
const smallestPart = 5 * 1024 ** 2;
const mostParts = 10_000;
const partsAtOnce = 2;

export interface Shelf {
  client: S3Client;
  bucket: string;
  /** The object's name in the bucket. */
  nameOf(key: string): string;
}

/** `save` of the contract: one PUT for a small file, parts for a larger one. */
export async function s3Save(
  { client, bucket, nameOf }: Shelf,
  stream: ReadableStream<Uint8Array> | Readable,
  { maxBytes, signal }: SaveOptions,
): Promise<SavedFile> {
  signal?.throwIfAborted();
  const key = randomUUID();
  const target = { Bucket: bucket, Key: nameOf(key) };
  const meter = makeMeter(maxBytes);
  const upload = new Upload({
    client,
    params: { ...target, Body: meter.pass, ContentType: "application/octet-stream" },
    partSize: Math.max(smallestPart, Math.ceil(maxBytes / mostParts)),
    queueSize: partsAtOnce,
  });
  // Each ends the other: a source that breaks breaks the meter, which the upload reads, and an upload that fails destroys
  // the meter. The upload's own abort would leave a part that is on its way behind, so the stream alone is cut.
  const [fed, sent] = await Promise.allSettled([
    pipeline(toReadable(stream), meter.pass, signal ? { signal } : {}),
    upload.done(),
  ]);
  if (sent.status === "fulfilled") {
    if (fed.status === "fulfilled" && !signal?.aborted) return { key, ...meter.result() };
    await client.send(new DeleteObjectCommand(target)).catch(() => undefined);
  }
  signal?.throwIfAborted();
  // What broke the stream comes out of the upload as it went in.
  if (sent.status === "rejected" && (fed.status === "fulfilled" || sent.reason !== fed.reason))
    throw s3Fault(sent.reason);
  throw fed.status === "rejected" ? fed.reason : new Error("an upload ended without a result");
}
