import type { Dialect } from "./dialect";
import { maxRecordCells } from "./parser-options";

/** Takes lines from the start of `bytes` for as long as they are plain; resolves to the number of bytes that it took. */
export type PlainLines = (bytes: Buffer, take: (cells: string[], at: number) => void) => number;

const [lf, cr] = [10, 13];

/**
 * Splits lines in which no sign has a meaning but the delimiter, several times as fast as csv-parse reads them; it leaves
 * off at the first line with a quote, or with a line break that ends no record. Null for a dialect that has more signs.
 */
export function makePlainLines(dialect: Dialect): PlainLines | null {
  const { delimiter, quote, recordEndings } = dialect;
  const hasEscape = dialect.escape !== null && dialect.escape !== quote;
  if (dialect.comment !== null || dialect.skipInitialSpace || hasEscape) return null;
  if (recordEndings.includes("\r")) return null;
  const allowed = { crlf: recordEndings.includes("\r\n"), lf: recordEndings.includes("\n") };
  const label = dialect.isAscii || dialect.encoding === "windows-1252" ? "latin1" : "utf8";
  const quoteByte = quote?.charCodeAt(0) ?? -1;

  return (bytes, take) => {
    const quoteAt = quoteByte < 0 ? -1 : bytes.indexOf(quoteByte);
    const stop = quoteAt < 0 ? bytes.length : quoteAt;
    for (let from = 0; ; ) {
      const at = bytes.indexOf(lf, from);
      if (at < 0 || at >= stop) return from;
      const isCrlf = at > from && bytes[at - 1] === cr;
      if (isCrlf ? !allowed.crlf : !allowed.lf) return from;
      const text = bytes.toString(label, from, isCrlf ? at - 1 : at);
      if (text.includes("\r")) return from;
      const cells = text.split(delimiter);
      if (cells.length > maxRecordCells) return from;
      take(cells, from);
      from = at + 1;
    }
  };
}
