import { type CsvError, type Options, Parser } from "csv-parse";
import { latin1ToWindows1252 } from "./windows-1252";

export interface Dialect {
  encoding: "utf-8" | "utf-8-bom" | "windows-1252";
  delimiter: string;
  quote: string | null;
  /** True when every byte of the file is ASCII, which reads faster. */
  isAscii: boolean;
  /** Candidates for the end of a record, the fewer the faster. */
  recordEndings: readonly string[];
}

/** One record of the file: its cells, or why it could not be read. */
export interface RawRecord {
  /** Record number from 1, refused records included. */
  row: number;
  cells: string[] | null;
  /** `bad-quote`, `open-quote` (the file or the size limit ended inside quotes) or `too-long`; empty when read. */
  fault: "" | "bad-quote" | "open-quote" | "too-long";
  /** Where the record starts; `faultLine` is the line on which the quote at fault opened. */
  line: number;
  byte: number;
  faultLine: number;
}

export const maxRecordCharacters = 4 << 20;
/** A wider record is no row: the columns that it would make do not fit in memory. */
export const maxRecordCells = 50_000;

interface Internals {
  __onRecord(push: unknown): unknown;
  state: { record: string[]; quoting: boolean; field: { length: number } };
}

const lineBreaks = /\r\n|\n|\r/g;

export function recordParserOptions(dialect: Dialect): Options {
  return {
    bom: false,
    delimiter: dialect.delimiter,
    encoding: dialect.isAscii || dialect.encoding === "windows-1252" ? "latin1" : "utf8",
    quote: dialect.quote ?? false,
    escape: dialect.quote ?? false,
    record_delimiter: [...dialect.recordEndings],
    relax_column_count: true,
    max_record_size: maxRecordCharacters,
  };
}

/** csv-parse's parser, handing over batches of records with their exact places instead of an object stream. */
export class RecordParser extends Parser {
  /** True once a record without an end, or too wide, was met: nothing after it is read. */
  stopped = false;
  #batch: RawRecord[] = [];
  #row = 1;
  #line = 1;
  #start: number;
  #byte: number;
  #fault: RawRecord["fault"] = "";
  #faultLine = 1;
  #infoLines = 1;
  readonly #internals: Internals;
  readonly #isLatin1: boolean;

  constructor(dialect: Dialect, start: number) {
    super({
      ...recordParserOptions(dialect),
      skip_records_with_error: true,
      on_skip: (error) => this.#onFault(error),
    });
    this.#start = start;
    this.#byte = start;
    this.#isLatin1 = dialect.encoding === "windows-1252" && !dialect.isAscii;
    this.#internals = internalsOf(this);
    // A refused record reaches neither `push` nor an event when it ends, and its end is where the next one starts.
    const onRecord = this.#internals.__onRecord;
    const internals = this.#internals;
    internals.__onRecord = (push) => {
      const { record } = internals.state;
      const result = onRecord.call(internals, push);
      if (this.#fault !== "") this.#endRefused(record);
      return result;
    };
  }

  override push(cells: string[] | null): boolean {
    if (cells === null) return super.push(null);
    if (this.stopped) return true;
    if (cells.length > maxRecordCells) {
      this.#fault = "too-long";
      this.#faultLine = this.#line;
      this.stopped = true;
      return true;
    }
    if (this.#isLatin1) for (let i = 0; i < cells.length; i++) cells[i] = latin1ToWindows1252(cells[i] ?? "");
    this.#batch.push({ row: this.#row, cells, fault: "", line: this.#line, byte: this.#byte, faultLine: 0 });
    this.#moveOn(cells);
    // With no record counted yet, csv-parse takes each record's length as the expected one: no costly error per ragged row.
    Object.assign(this.info, { records: 0 });
    return true;
  }

  /** The records completed since the last call. */
  takeRecords(): RawRecord[] {
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }

  /** Call after the end of the file: a record still open is refused. */
  finish(): void {
    if (this.#fault === "") return;
    this.#endRefused([]);
    this.stopped = true;
  }

  #moveOn(record: readonly string[]): void {
    this.#row++;
    this.#byte = this.#start + this.info.bytes;
    // csv-parse counts a CRLF inside quotes as two lines.
    this.#line += this.info.lines > this.#infoLines ? 1 + countBreaks(record) : 1;
    this.#infoLines = this.info.lines + 1;
  }

  #onFault(error: CsvError | undefined): undefined {
    if (this.stopped) return undefined;
    const { state } = this.#internals;
    const isOpen = error?.code === "CSV_QUOTE_NOT_CLOSED";
    const isTooLong = error?.code === "CSV_MAX_RECORD_SIZE";
    if (isOpen || isTooLong) {
      this.#fault = isOpen || state.quoting ? "open-quote" : "too-long";
      this.#faultLine = this.#line + countBreaks(state.record);
    } else if (this.#fault === "") {
      this.#fault = "bad-quote";
      this.#faultLine = this.#line + countBreaks(state.record);
    }
    // Read on as if unquoted, so that the record ends with its line instead of swallowing the rest of the file.
    if (error?.code === "CSV_INVALID_CLOSING_QUOTE") state.quoting = false;
    if (isTooLong) {
      this.stopped = true;
      throw new RecordTooLong();
    }
    return undefined;
  }

  #endRefused(record: readonly string[]): void {
    this.#batch.push({
      row: this.#row,
      cells: null,
      fault: this.#fault,
      line: this.#line,
      byte: this.#byte,
      faultLine: this.#faultLine,
    });
    this.#fault = "";
    this.#moveOn(record);
  }
}

export class RecordTooLong extends Error {}

function countBreaks(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) count += cell.match(lineBreaks)?.length ?? 0;
  return count;
}

function internalsOf(parser: object): Internals {
  const api: unknown = Reflect.get(parser, "api");
  if (!isInternals(api)) throw new Error("csv-parse is not the version that this reader was written for");
  return api;
}

function isInternals(api: unknown): api is Internals {
  if (typeof api !== "object" || api === null || !("__onRecord" in api) || !("state" in api)) return false;
  const { state } = api;
  return (
    typeof state === "object" && state !== null && "record" in state && "quoting" in state && "field" in state
  );
}
