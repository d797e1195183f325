import { Readable } from "node:stream";
import type { ReadableStream as NodeReadableStream } from "node:stream/web";

/** Either kind of stream as Node's. */
export function toReadable(stream: ReadableStream<Uint8Array> | Readable): Readable {
  return stream instanceof Readable ? stream : Readable.fromWeb(stream as NodeReadableStream<Uint8Array>);
}
