import type { RawRecord } from "../../src/core/csv/raw-record";

export interface ReferenceRecord {
  cells: string[] | null;
  fault: RawRecord["fault"];
  /** Index of the record's first character. */
  start: number;
  /** Index of the quote at fault; -1 without one. */
  faultAt: number;
}

interface ReferenceDialect {
  delimiter: string;
  /** Matches at an index what ends a record. */
  endings: readonly string[];
}

/** Reads a whole text at once, slowly, from the rules as docs/READING.md tells them; shares no code with the reader. */
export function readReference(text: string, { delimiter, endings }: ReferenceDialect): ReferenceRecord[] {
  const endingAt = (index: number) => endings.find((ending) => text.startsWith(ending, index))?.length ?? 0;
  function afterLine(from: number): number {
    for (let i = from; i < text.length; i++) if (endingAt(i) > 0) return i + endingAt(i);
    return text.length;
  }
  const records: ReferenceRecord[] = [];
  let i = 0;
  while (i < text.length) {
    const start = i;
    const record = readRecord(start);
    records.push({ start, cells: record.cells, fault: record.fault, faultAt: record.faultAt });
    i = record.next;
  }
  return records;

  function refuse(fault: RawRecord["fault"], faultAt: number, next: number) {
    return { cells: null, fault, faultAt, next };
  }

  function readRecord(start: number): Omit<ReferenceRecord, "start"> & { next: number } {
    const cells: string[] = [];
    let at = start;
    for (;;) {
      let cell = "";
      if (text[at] === '"') {
        const open = at++;
        for (;;) {
          if (at >= text.length) return refuse("open-quote", open, afterLine(open));
          if (text.startsWith('""', at)) {
            cell += '"';
            at += 2;
          } else if (text[at] === '"') {
            at++;
            if (at >= text.length || text[at] === delimiter || endingAt(at) > 0) break;
            const isMultiLine = endings.some((ending) => cell.includes(ending));
            if (isMultiLine) return refuse("unclosed-quote", open, afterLine(open));
            return refuse("bad-quote", at - 1, afterLine(at));
          } else cell += text[at++];
        }
      } else {
        while (at < text.length && text[at] !== delimiter && endingAt(at) === 0) {
          if (text[at] === '"') return refuse("bad-quote", at, afterLine(at));
          cell += text[at++];
        }
      }
      cells.push(cell);
      if (at >= text.length) return { cells, fault: "", faultAt: -1, next: at };
      if (text[at] !== delimiter) return { cells, fault: "", faultAt: -1, next: at + endingAt(at) };
      at++;
      if (at >= text.length) return { cells: [...cells, ""], fault: "", faultAt: -1, next: at };
    }
  }
}

/** Physical line, from 1, of an index in the text. */
export function lineOf(text: string, index: number): number {
  return text.slice(0, index).split(/\r\n|\n|\r/).length;
}
