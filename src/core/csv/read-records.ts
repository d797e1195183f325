import { readBlocks } from "./read-blocks";
import { type Dialect, type RawRecord, RecordParser, RecordTooLong } from "./record-parser";

export interface RecordBatch {
  records: RawRecord[];
  /** Bytes of the file handed to the parser so far. */
  bytesRead: number;
  /** True when the rest of the file was not read because a record has no end. */
  stopped: boolean;
}

/** Reads the file's records in batches, in order, one chunk of bytes at a time; throws `signal.reason` when aborted. */
export async function* readRecords({
  path,
  dialect,
  chunkBytes = 64 << 10,
  signal,
}: {
  path: string;
  dialect: Dialect;
  chunkBytes?: number;
  signal?: AbortSignal;
}): AsyncGenerator<RecordBatch> {
  const start = dialect.encoding === "utf-8-bom" ? 3 : 0;
  const parser = new RecordParser(dialect, start);
  // Failures reach the callbacks below; without a listener the event would also be thrown.
  parser.on("error", () => {});
  let bytesRead = start;
  try {
    blocks: for await (const block of readBlocks(path, start)) {
      for (let at = 0; at < block.length; at += chunkBytes) {
        signal?.throwIfAborted();
        const chunk = block.subarray(at, at + chunkBytes);
        bytesRead += chunk.length;
        const failure = await settled((done) => withoutStacks(() => parser.write(chunk, done)));
        if (failure && !(failure instanceof RecordTooLong)) throw failure;
        if (parser.stopped) break blocks;
        yield { records: parser.takeRecords(), bytesRead, stopped: false };
      }
    }
    if (!parser.stopped) {
      const failure = await settled((done) => parser.end(done));
      if (failure) throw failure;
    }
    parser.finish();
    yield { records: parser.takeRecords(), bytesRead, stopped: parser.stopped };
  } finally {
    parser.destroy();
  }
}

function settled(act: (done: (error?: Error | null) => void) => void): Promise<Error | null> {
  return new Promise((resolve) => act((error) => resolve(error ?? null)));
}

/** csv-parse makes an Error for each refused record; its stack is most of the cost when every row is wrong. */
function withoutStacks(act: () => void): void {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    act();
  } finally {
    Error.stackTraceLimit = limit;
  }
}
