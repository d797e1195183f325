import { commonWidth } from "./common-width";
import { isDataLike } from "./detect-header";
import { mostTitles } from "./detect-titles";
import { type SampleDialect, splitSample } from "./split-sample";

export interface DelimiterChoice {
  delimiter: string;
  /** The sample's records cut by it. */
  records: string[][];
  /** The most common number of cells in a record. */
  width: number;
  /** Empty when the choice is clear; else `no-delimiter`, `inconsistent` or the rival delimiter. */
  doubt: string;
}

interface Candidate {
  delimiter: string;
  records: string[][];
  width: number;
  score: number;
  padded: number;
}

export const delimiterCandidates = [",", ";", "\t", "|"] as const;

/** Chooses the delimiter under which the sampled records most often have one same number of cells, more than one. */
export function detectDelimiter(
  text: string,
  { dialect, isWhole, labels }: { dialect: SampleDialect; isWhole: boolean; labels: ReadonlySet<string> },
): DelimiterChoice {
  const candidates = delimiterCandidates
    .map((delimiter) => weigh(delimiter, splitSample(text, { delimiter, dialect, isWhole }), labels))
    .sort((a, b) => b.score - a.score || a.padded - b.padded || b.width - a.width);
  const [best, rival] = candidates;
  if (!best || best.width < 2) {
    const alone = splitSample(text, { delimiter: ",", dialect, isWhole });
    const isExpected = labels.size === 1;
    return { delimiter: ",", records: alone, width: 1, doubt: isExpected ? "" : "no-delimiter" };
  }
  const { delimiter, records, width } = best;
  if (rival && rival.width > 1 && best.score - rival.score < 0.05)
    return { delimiter, records, width, doubt: rival.delimiter };
  return { delimiter, records, width, doubt: best.score < 0.5 ? "inconsistent" : "" };
}

function weigh(delimiter: string, all: string[][], labels: ReadonlySet<string>): Candidate {
  const records = all.filter((record) => record.length > 1 || record[0] !== "");
  const { width, share } = commonWidth(records);
  const known = Math.max(0, ...records.slice(0, mostTitles).map((record) => countKnown(record, labels)));
  const padded = records.reduce(
    (sum, record) => sum + record.filter((cell) => cell.startsWith(" ")).length,
    0,
  );
  return {
    delimiter,
    records: all,
    width,
    padded,
    score: width > 1 ? scoreOf(records, width, share) + known : 0,
  };
}

/** How alike the records are, and whether the header, at the top or below a title, is as wide as the data. */
function scoreOf(records: readonly string[][], width: number, share: number): number {
  const [first = []] = records;
  if (first.length === width) return share + 0.5;
  const at = records.findIndex(({ length }) => length === width);
  const isBelowTitle = at <= mostTitles && records.slice(0, at).every(({ length }) => length === 1);
  if (isBelowTitle && !records[at]?.some(isDataLike)) return commonWidth(records.slice(at)).share + 0.4;
  return share + (first.length > 1 ? 0.25 : 0);
}

function countKnown(record: readonly string[], labels: ReadonlySet<string>): number {
  return record.length < 2 ? 0 : record.filter((label) => labels.has(label.trim().toLowerCase())).length;
}
