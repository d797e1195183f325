import type { Dialect } from "./dialect";
import { makeFeeder } from "./make-feeder";
import { makePlainLines } from "./plain-lines";
import type { RawRecord } from "./raw-record";
import { RecordParser } from "./record-parser";
import { skipRecord } from "./skip-record";
import { openTextWindow } from "./text-window";

export interface RecordBatch {
  records: RawRecord[];
  /** Bytes of the file that are done. */
  bytesRead: number;
  /** True when the rest of the file was left unread, because too much of it had to be read over and over. */
  stopped: boolean;
}

const recordsPerBatch = 500;
/** Bytes that may be read again after records without an end, when the file was read up to `reached`. */
const mostReread = (reached: number) => (64 << 20) + 2 * reached;
const restartBytes = 2 << 20;

/**
 * Reads the file's records in batches, in order; after a record without an end it goes on with the next line.
 * Throws `signal.reason` when aborted.
 */
export async function* readRecords({
  path,
  dialect,
  chunkBytes = 64 << 10,
  signal,
  rereadLimit = mostReread,
}: {
  path: string;
  dialect: Dialect;
  chunkBytes?: number;
  rereadLimit?: (reached: number) => number;
  signal?: AbortSignal;
}): AsyncGenerator<RecordBatch> {
  const start = dialect.markBytes;
  const { encoding, recordEndings } = dialect;
  const text = openTextWindow({ path, encoding, start });
  const parser = new RecordParser(dialect, { at: start, byte: start }, text.toFile);
  const feed = makeFeeder(parser, makePlainLines(dialect), text.toFile);
  let at = start;
  let reached = start;
  let reread = 0;
  try {
    for (;;) {
      signal?.throwIfAborted();
      const bytes = await text.bytesAt(at, chunkBytes);
      const { halt, used } = withoutStacks(() => (bytes ? feed(bytes, at) : { halt: parser.end(), used: 0 }));
      at += used;
      reached = Math.max(reached, at);
      if (halt) {
        const next = await skipRecord(text, halt, { recordEndings, signal });
        reread += Math.max(0, halt.reached - (next?.at ?? halt.reached));
        const stopped = reread + text.restarts() * restartBytes > rereadLimit(reached);
        if (next && !stopped) {
          at = next.at;
          parser.restart(next, next.lines);
          if (parser.waiting() < recordsPerBatch) continue;
        } else {
          yield { records: parser.takeRecords(), bytesRead: text.bytesRead(), stopped };
          return;
        }
      }
      yield {
        records: parser.takeRecords(),
        bytesRead: bytes ? parser.place().byte : text.bytesRead(),
        stopped: false,
      };
      if (!bytes && !halt) return;
    }
  } finally {
    await text.close();
  }
}

/** csv-parse makes an Error for each refused record; its stack is most of the cost when every row is wrong. */
function withoutStacks<T>(act: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return act();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
