import type { CsvError } from "csv-parse";
import type { Dialect } from "./dialect";
import { countLineBreaks } from "./line-breaks";
import { openParser, type ParserInternals } from "./parser-internals";
import { maxRecordCells, parserOptions } from "./parser-options";
import { answerQuickly } from "./quick-signs";
import type { Halt, RawRecord, TextPlace } from "./raw-record";
import { latin1ToWindows1252 } from "./windows-1252";

/** Turns bytes of text into records with their exact places. */
export class RecordParser {
  #batch: RawRecord[] = [];
  #row = 1;
  #line = 1;
  #at: number;
  #byte: number;
  #fault: RawRecord["fault"] = "";
  #faultLine = 0;
  /** Physical lines of a refused record up to its fault, less csv-parse's count there. */
  #faultLines = 0;
  #infoLines = 1;
  #halt: Halt | null = null;
  /** True between two records, with nothing fed of the next. */
  #isBetween = true;
  readonly #csv: ParserInternals;
  readonly #initial: ParserInternals["state"];
  readonly #toFile: (at: number) => number;
  readonly #isLatin1: boolean;
  readonly #endings: readonly string[];
  readonly #ending: RegExp;

  constructor(dialect: Dialect, start: TextPlace, toFile: (at: number) => number) {
    this.#at = start.at;
    this.#byte = start.byte;
    this.#toFile = toFile;
    this.#isLatin1 = dialect.encoding === "windows-1252" && !dialect.isAscii;
    this.#endings = dialect.recordEndings;
    this.#ending = new RegExp(dialect.recordEndings.join("|"), "g");
    const csv = openParser({
      ...parserOptions(dialect),
      skip_records_with_error: true,
      on_skip: (error) => this.#onFault(error),
    });
    answerQuickly(csv, dialect);
    this.#csv = csv;
    csv.state.bufBytesStart = start.at;
    this.#initial = { ...csv.state };
    // A refused record is not pushed when it ends, and its end is where the next one starts.
    const onRecord = csv.__onRecord;
    csv.__onRecord = (push) => {
      const result = onRecord.call(csv, push);
      if (this.#fault !== "") this.#endRefused();
      return result;
    };
    if (dialect.comment) this.#watchComments();
  }

  /** Takes the next bytes; they are used up unless a halt is returned, after which `restart` must follow. */
  feed(bytes: Buffer): Halt | null {
    this.#isBetween = false;
    this.#csv.parse(bytes, false, this.#push, ignore);
    if (!this.#halt && this.#csv.state.record.length > maxRecordCells) this.#stopAt("too-long");
    return this.#takeHalt();
  }

  /** Adds a record of one line that was split elsewhere; `restart` must follow the last. */
  addPlain(cells: string[], byte: number): void {
    this.#byte = byte;
    this.#keep(cells);
    this.#row++;
    this.#line++;
  }

  /** Call at the end of the text. */
  end(): Halt | null {
    this.#csv.parse(undefined, true, this.#push, ignore);
    return this.#takeHalt();
  }

  /** Goes on at the start of a record, `lines` physical lines further down. */
  restart(place: TextPlace, lines: number): void {
    const { state, info } = this.#csv;
    state.field.reset();
    Object.assign(state, this.#initial, { record: [], bufBytesStart: place.at });
    info.lines = 1;
    this.#infoLines = 1;
    this.#isBetween = true;
    this.#line += lines;
    this.#at = place.at;
    this.#byte = place.byte;
  }

  /** Where the record now being read starts. */
  place(): TextPlace {
    return { at: this.#at, byte: this.#byte };
  }

  /** True at the start and after `restart`. */
  isBetween(): boolean {
    return this.#isBetween;
  }

  /** True inside a record that is refused, until its end. */
  isRefusing(): boolean {
    return this.#fault !== "";
  }

  waiting(): number {
    return this.#batch.length;
  }

  /** The records completed since the last call. */
  takeRecords(): RawRecord[] {
    const batch = this.#batch;
    this.#batch = [];
    return batch;
  }

  #push = (cells: string[]): void => {
    if (cells.length > maxRecordCells) this.#refuse("too-long", this.#line);
    else this.#keep(cells);
    const { info } = this.#csv;
    // csv-parse counts a CRLF inside quotes as two lines.
    this.#moveOn(info.lines > this.#infoLines ? 1 + countAll(cells) : 1);
    // With no record counted yet, csv-parse takes each record's length as the expected one: no costly error per ragged row.
    info.records = 0;
  };

  #keep(cells: string[]): void {
    if (this.#isLatin1) for (let i = 0; i < cells.length; i++) cells[i] = latin1ToWindows1252(cells[i] ?? "");
    this.#batch.push({ row: this.#row, cells, fault: "", line: this.#line, byte: this.#byte, faultLine: 0 });
  }

  #moveOn(lines: number): void {
    const { info } = this.#csv;
    this.#row++;
    this.#line += lines;
    this.#infoLines = info.lines + 1;
    this.#at = info.bytes;
    this.#byte = this.#toFile(info.bytes);
  }

  #onFault(error: CsvError | undefined): undefined {
    const { state, info } = this.#csv;
    const { buf, length } = state.field;
    const code: string = error?.code ?? "";
    const cell = buf.subarray(0, length);
    if (code === "CSV_QUOTE_NOT_CLOSED") this.#stopAt("open-quote");
    else if (code === "CSV_MAX_RECORD_SIZE") this.#stopAt(state.quoting ? "open-quote" : "too-long");
    else if (state.quoting && this.#endings.some((ending) => cell.includes(ending)))
      this.#stopAt("unclosed-quote");
    if (this.#halt) throw stopped;
    const lines = countAll(state.record) + countLineBreaks(cell.toString("latin1"));
    this.#fault = "bad-quote";
    this.#faultLine = this.#line + lines;
    this.#faultLines = lines - info.lines;
    // The rest of the line is passed over like a comment: the record ends with it, whatever quotes follow.
    state.quoting = false;
    state.commenting = true;
    // Not a comment after all, even when its cell is still empty.
    state.wasQuoting = true;
    return undefined;
  }

  #stopAt(fault: RawRecord["fault"]): void {
    const { state, info } = this.#csv;
    let endings = 1;
    for (const cell of state.record) endings += cell.match(this.#ending)?.length ?? 0;
    // Two more for a delimiter and a quote.
    this.#halt = { at: this.#at, byte: this.#byte, endings, reached: info.bytes + 2 + state.field.length };
    this.#refuse(fault, this.#line + countAll(state.record));
    this.#row++;
  }

  #takeHalt(): Halt | null {
    const halt = this.#halt;
    this.#halt = null;
    return halt;
  }

  #endRefused(): void {
    this.#refuse(this.#fault, this.#faultLine);
    this.#fault = "";
    this.#moveOn(this.#faultLines + this.#csv.info.lines + 1);
  }

  #refuse(fault: RawRecord["fault"], faultLine: number): void {
    this.#batch.push({ row: this.#row, cells: null, fault, line: this.#line, byte: this.#byte, faultLine });
  }

  /** csv-parse passes over a comment in silence; the next record starts behind it. */
  #watchComments(): void {
    const csv = this.#csv;
    const isRecordDelimiter = csv.__isRecordDelimiter;
    let end = 0;
    csv.__isRecordDelimiter = (chr, bytes, at) => {
      const length = isRecordDelimiter.call(csv, chr, bytes, at);
      if (length > 0) end = csv.state.bufBytesStart + at + length;
      return length;
    };
    let seen = 0;
    Object.defineProperty(csv.info, "comment_lines", {
      get: () => seen,
      set: (count: number) => {
        seen = count;
        this.#line += csv.info.lines - this.#infoLines + 1;
        this.#infoLines = csv.info.lines + 1;
        this.#at = end;
        this.#byte = this.#toFile(end);
      },
    });
  }
}

/** Thrown to leave csv-parse, which returns it; never seen outside. */
const stopped = new Error("stopped");

function ignore(): void {}

function countAll(cells: readonly string[]): number {
  let count = 0;
  for (const cell of cells) count += countLineBreaks(cell);
  return count;
}
