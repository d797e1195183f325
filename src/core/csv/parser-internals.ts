import { type Options, Parser } from "csv-parse";

/** What the reader uses of csv-parse that is no part of its types. */
export interface ParserInternals {
  parse(
    bytes: Buffer | undefined,
    end: boolean,
    push: (cells: string[]) => void,
    close: () => void,
  ): Error | undefined;
  __onRecord(push: unknown): unknown;
  __isRecordDelimiter(chr: number, bytes: Buffer, at: number): number;
  info: { bytes: number; lines: number; records: number; comment_lines: number };
  state: {
    bufBytesStart: number;
    record: string[];
    quoting: boolean;
    wasQuoting: boolean;
    commenting: boolean;
    field: { buf: Buffer; length: number; reset(): void };
    timchars: Uint8Array[];
    timcharFirstBytes: Uint8Array;
  };
}

/** csv-parse's state machine without its stream, so that it can be stopped and set to another place. */
export function openParser(options: Options): ParserInternals {
  const api: unknown = Reflect.get(new Parser(options), "api");
  if (!isInternals(api)) throw new Error("csv-parse is not the version that this reader was written for");
  if (options.encoding === "latin1") dropWideSpaces(api.state);
  return api;
}

/** In one byte csv-parse writes white space beyond Latin-1 as its low byte: it would trim `_`, `/` and brackets too. */
function dropWideSpaces(state: ParserInternals["state"]): void {
  state.timchars = state.timchars.filter(({ 0: byte = 0, length }) => length === 1 && latin1Spaces.has(byte));
  state.timcharFirstBytes.forEach((_, byte, bytes) => {
    bytes[byte] = latin1Spaces.has(byte) ? 1 : 0;
  });
}

const latin1Spaces = new Set([9, 10, 11, 12, 13, 32, 0xa0]);

function isInternals(api: unknown): api is ParserInternals {
  if (typeof api !== "object" || api === null) return false;
  const { parse, __onRecord, __isRecordDelimiter, info, state } = { ...emptyApi, ...api };
  const methods = [parse, __onRecord, __isRecordDelimiter];
  return (
    methods.every((method) => typeof method === "function") &&
    holds(info, ["bytes", "lines", "records", "comment_lines"]) &&
    holds(state, [
      "bufBytesStart",
      "record",
      "quoting",
      "wasQuoting",
      "commenting",
      "field",
      "timchars",
      "timcharFirstBytes",
    ])
  );
}

const emptyApi: Record<keyof ParserInternals, unknown> = {
  parse: null,
  __onRecord: null,
  __isRecordDelimiter: null,
  info: null,
  state: null,
};

function holds(part: unknown, names: string[]): boolean {
  return typeof part === "object" && part !== null && names.every((name) => name in part);
}
