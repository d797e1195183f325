import { splitSample } from "./split-sample";

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
  { quote, isWhole, labels }: { quote: string | null; isWhole: boolean; labels: ReadonlySet<string> },
): DelimiterChoice {
  const candidates = delimiterCandidates
    .map((delimiter) => weigh(delimiter, splitSample(text, { delimiter, quote, isWhole }), labels))
    .sort((a, b) => b.score - a.score || a.padded - b.padded || b.width - a.width);
  const [best, rival] = candidates;
  if (!best || best.width < 2) {
    const alone = splitSample(text, { delimiter: ",", quote, isWhole });
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
  const widths = new Map<number, number>();
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
  let width = 0;
  let times = 0;
  for (const [candidate, count] of widths) {
    if (count > times || (count === times && candidate > width)) [width, times] = [candidate, count];
  }
  const header = records[0] ?? [];
  const known =
    header.length > 1 ? header.filter((label) => labels.has(label.trim().toLowerCase())).length : 0;
  const share = width > 1 ? times / records.length : 0;
  const headerFits = width < 2 || header.length < 2 ? 0 : header.length === width ? 0.5 : 0.25;
  const padded = records.reduce(
    (sum, record) => sum + record.filter((cell) => cell.startsWith(" ")).length,
    0,
  );
  return { delimiter, records: all, width, padded, score: share + headerFits + (width > 1 ? known : 0) };
}
