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
  };
}

/** csv-parse's state machine without its stream, so that it can be stopped and set to another place. */
export function openParser(options: Options): ParserInternals {
  const api: unknown = Reflect.get(new Parser(options), "api");
  if (!isInternals(api)) throw new Error("csv-parse is not the version that this reader was written for");
  // Each refused record makes an error, and this is what it would gather at length.
  api.__infoField = () => ({});
  return api;
}

const methods = ["parse", "__onRecord", "__infoField", "__isQuote", "__isDelimiter", "__isRecordDelimiter"];

function isInternals(api: unknown): api is ParserInternals {
  if (typeof api !== "object" || api === null || !("info" in api) || !("state" in api)) return false;
  return (
    methods.every((name) => typeof Reflect.get(api, name) === "function") &&
    holds(api.info, ["bytes", "lines", "records", "comment_lines"]) &&
    holds(api.state, ["bufBytesStart", "record", "quoting", "wasQuoting", "commenting", "field"])
  );
}

function holds(part: unknown, names: string[]): boolean {
  return typeof part === "object" && part !== null && names.every((name) => name in part);
}
