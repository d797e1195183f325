import type { Dialect } from "./dialect";
import { maxRecordCells } from "./parser-options";

export type SampleDialect = Pick<
  Dialect,
  "quote" | "escape" | "comment" | "skipInitialSpace" | "recordEndings"
>;

/**
 * Splits a text sample into whole records for one delimiter; a quote opens only at the start of a cell.
 * Stops past `softBytes` characters once it has ten records; a last record that the sample cuts is left out.
 */
export function splitSample(
  text: string,
  {
    delimiter,
    dialect: { quote, escape: escapeSign, comment, skipInitialSpace, recordEndings },
    isWhole,
    softBytes = 1 << 16,
  }: { delimiter: string; dialect: SampleDialect; isWhole: boolean; softBytes?: number },
): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = "";
  let atStart = true;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (quoted) {
      const next = text[i + 1] ?? "";
      if (char === escapeSign && (escapeSign !== quote ? next !== "" : next === quote)) {
        cell += next;
        i++;
      } else if (char === quote) quoted = false;
      else cell += char;
    } else if (char === comment && atStart && record.length === 0) {
      const end = /\r\n|\n|\r/g;
      end.lastIndex = i;
      if (!end.test(text)) break;
      i = end.lastIndex - 1;
    } else if (char === quote && atStart) {
      quoted = true;
      atStart = false;
    } else if (char === delimiter) {
      record.push(cell);
      if (record.length > maxRecordCells) return records;
      cell = "";
      atStart = true;
    } else if (
      (char === "\n" || char === "\r") &&
      recordEndings.some((ending) => text.startsWith(ending, i))
    ) {
      if (char === "\r" && text[i + 1] === "\n") i++;
      record.push(cell);
      records.push(record);
      if (i > softBytes && records.length >= 10) return records;
      record = [];
      cell = "";
      atStart = true;
    } else if (!(skipInitialSpace && atStart && char.trim() === "")) {
      cell += char;
      atStart = false;
    }
  }
  if ((isWhole || records.length === 0) && (record.length > 0 || cell !== ""))
    records.push([...record, cell]);
  return records;
}
