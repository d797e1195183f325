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
  __infoField(): unknown;
  __isQuote(bytes: Buffer, at: number): boolean;
  __isDelimiter(bytes: Buffer, at: number, chr: number): number;
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
  // Each refused record makes an error, and this is what it would gather at length.
  api.__infoField = () => ({});
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

const methods = ["parse", "__onRecord", "__infoField", "__isQuote", "__isDelimiter", "__isRecordDelimiter"];
const parts = [
  "bufBytesStart",
  "record",
  "quoting",
  "wasQuoting",
  "commenting",
  "field",
  "timchars",
  "timcharFirstBytes",
];

function isInternals(api: unknown): api is ParserInternals {
  if (typeof api !== "object" || api === null || !("info" in api) || !("state" in api)) return false;
  return (
    methods.every((name) => typeof Reflect.get(api, name) === "function") &&
    holds(api.info, ["bytes", "lines", "records", "comment_lines"]) &&
    holds(api.state, parts)
  );
}

function holds(part: unknown, names: string[]): boolean {
  return typeof part === "object" && part !== null && names.every((name) => name in part);
}
