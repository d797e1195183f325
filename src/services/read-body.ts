import { Readable } from "node:stream";
import type { ReadableStream as NodeWebStream } from "node:stream/web";

/** A request's body as a Node stream, destroyed when `signal` aborts, so that a cut upload does not wait for ever. */
export function readBody(body: ReadableStream<Uint8Array>, signal: AbortSignal | undefined): Readable {
  // The DOM's and Node's types of one and the same class do not know each other.
  return Readable.fromWeb(body as NodeWebStream<Uint8Array>, signal ? { signal } : {});
}
