import type { DialectSettings } from "../../src/core/csv/dialect-settings";

export type Descriptor = Record<string, unknown> & { name: string; type: string };

/** A small file with the schema and the dialect that both programs read it by. */
export interface Case {
  schema: { fields: Descriptor[]; missingValues?: string[]; primaryKey?: string[]; uniqueKeys?: string[][] };
  dialect: DialectSettings & { delimiter: string };
  /** Null when the file has no header. */
  labels: string[] | null;
  /** A row of no cell is an empty line. */
  rows: string[][];
  lineEnding: "\n" | "\r\n";
  quotesAll: boolean;
}

/** One complaint in Frictionless' words: `row` counts records from 1, `column` is 0 for the whole row. */
export interface Complaint {
  row: number;
  column: number;
  kind: string;
  note?: string | undefined;
}

/** The text of the case's file. */
export function writeCase(test: Case): string {
  return writeRecords(test).join("");
}

/** The file's records, each with its line ending. */
export function writeRecords({ labels, rows, dialect, lineEnding, quotesAll }: Case): string[] {
  const { delimiter, quoteChar, escapeChar } = dialect;
  const quote = quoteChar ?? '"';
  const writeCell = (cell: string) => {
    const isPlain = ![delimiter, quote, escapeChar ?? quote, "\n", "\r", " "].some((sign) =>
      cell.includes(sign),
    );
    if (isPlain && !quotesAll) return cell;
    const inner =
      escapeChar === undefined
        ? cell.replaceAll(quote, quote + quote)
        : cell.replaceAll(escapeChar, escapeChar + escapeChar).replaceAll(quote, escapeChar + quote);
    return quote + inner + quote;
  };
  const records = labels === null ? rows : [labels, ...rows];
  return records.map((cells) => cells.map(writeCell).join(delimiter) + lineEnding);
}
