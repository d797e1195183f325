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

function isInternals(api: unknown): api is ParserInternals {
  if (typeof api !== "object" || api === null) return false;
  const { parse, __onRecord, __isRecordDelimiter, __infoField, info, state } = { ...emptyApi, ...api };
  const methods = [parse, __onRecord, __isRecordDelimiter, __infoField];
  return (
    methods.every((method) => typeof method === "function") &&
    holds(info, ["bytes", "lines", "records", "comment_lines"]) &&
    holds(state, ["bufBytesStart", "record", "quoting", "wasQuoting", "commenting", "field"])
  );
}

const emptyApi: Record<keyof ParserInternals, unknown> = {
  parse: null,
  __onRecord: null,
  __isRecordDelimiter: null,
  __infoField: null,
  info: null,
  state: null,
};

function holds(part: unknown, names: string[]): boolean {
  return typeof part === "object" && part !== null && names.every((name) => name in part);
}
