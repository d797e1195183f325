import type { FileScan } from "../csv/file-scan";
import type { ReadDialect } from "./read-dialect";
import type { Tally } from "./tally";

/** Adds the findings on the file as a whole; false when there is nothing to read. */
export function complainAboutFile(scan: FileScan, read: ReadDialect, tally: Tally): boolean {
  if (scan.binary) {
    const { format, line, byte } = scan.binary;
    tally.addToFile("binary-file", { format, line, byte }, { line, byte });
    return false;
  }
  if (!scan.hasText) {
    tally.addToFile("empty-file", { reason: "no-text", bytes: scan.bytes });
    return false;
  }
  const { firstBad, damaged, encoding } = read.encoding;
  if (damaged && firstBad) {
    tally.addToFile("encoding-error", { encoding, count: scan.evidence.bad, ...firstBad }, firstBad);
  }
  if (read.doubt) {
    tally.addToFile("dialect-uncertain", { delimiter: read.dialect.delimiter, reason: read.doubt });
  }
  const { count, areDetected } = read.titles;
  if (areDetected && count > 0) tally.addToFile("title-lines", { count });
  if (read.lineEnding === "mixed") tally.addToFile("mixed-line-endings", { ...scan.endings });
  return true;
}
