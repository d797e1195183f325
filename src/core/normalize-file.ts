import { readRecords } from "./csv/read-records";
import { scanFile } from "./csv/scan-file";
import { type DialectOverrides, readDialect } from "./pipeline/read-dialect";
import { plainCsvLine } from "./report/plain-csv-line";

export interface NormalizeOptions {
  path: string;
  overrides?: DialectOverrides;
  signal?: AbortSignal;
}

/** What of the file is not in the table that was written. */
export interface LeftOut {
  /** Why there is no table at all: `binary-file` or `empty-file`. */
  unreadable: "binary-file" | "empty-file" | null;
  /** Physical lines on which the refused records start, the first 1,000 of them. */
  refusedLines: number[];
  refused: number;
  titleLines: number;
  /** True when the end of the file was not reached. */
  stopped: boolean;
}

const mostLines = 1000;

/** The file's records as RFC 4180 text (comma, LF), in pieces and in constant memory; returns what had to be left out. */
export async function* normalizeFile({
  path,
  overrides = {},
  signal,
}: NormalizeOptions): AsyncGenerator<string, LeftOut> {
  const quote = overrides.quoteChar === null ? 0 : (overrides.quoteChar ?? '"').charCodeAt(0);
  const scan = await scanFile({ path, quote, encoding: overrides.encoding, signal });
  const left: LeftOut = { unreadable: null, refusedLines: [], refused: 0, titleLines: 0, stopped: false };
  if (scan.binary || !scan.hasText)
    return { ...left, unreadable: scan.binary ? "binary-file" : "empty-file" };
  const { dialect, titles } = readDialect(scan, { settings: overrides, ruleset: null });
  for await (const { records, stopped } of readRecords({ path, dialect, signal })) {
    let text = "";
    for (const { cells, line } of records) {
      if (left.titleLines < titles.count) left.titleLines++;
      else if (cells) text += plainCsvLine(cells);
      else {
        left.refused++;
        if (left.refusedLines.length < mostLines) left.refusedLines.push(line);
      }
    }
    if (text !== "") yield text;
    left.stopped ||= stopped;
  }
  return left;
}
