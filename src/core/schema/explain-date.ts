import { daysOfMonth } from "./calendar";
import type { CellFault } from "./cell-fault";
import type { DateType } from "./date-format";

interface Context {
  type: DateType;
  pattern: string;
  reads(text: string): boolean;
}
interface Day {
  year: string;
  month: string;
  day: string;
}

const longest = 40;

/**
 * Compiles what is wrong with a cell that is no date of the pattern: `out-of-locale` when it is a day that exists in another
 * order or with other signs, with what to type, or with both readings when day and month could be either.
 */
export function makeDateExplainer({ type, pattern, reads }: Context): (cell: string) => CellFault {
  const order = pattern.replace(/[^Ymd]/g, "");
  return (cell) => explain(cell, { type, pattern, order, reads });
}

function explain(cell: string, { type, pattern, order, reads }: Context & { order: string }): CellFault {
  const params = { expected: type, format: pattern };
  if (cell.length > longest || reads(cell.trim())) return { code: "type-error", params };
  if (type !== "date") {
    const text = type === "time" ? rewriteTime(cell, pattern) : cell.trim().replace(/^(\S+) (\S+)$/, "$1T$2");
    const isRepaired = text !== null && text !== cell && reads(text);
    return { code: "type-error", params: { ...params, ...(isRepaired && { suggestion: text }) } };
  }
  const [first, second] = readingsOf(cell, order)
    .map((day) => write(day, pattern))
    .filter((text) => text !== null && text !== cell && reads(text));
  if (typeof first !== "string") return { code: "type-error", params };
  return typeof second === "string" && second !== first
    ? { code: "out-of-locale", params: { ...params, readings: [first, second] } }
    : { code: "out-of-locale", params: { ...params, suggestion: first } };
}

/** The days that a text of three numbers can be; the pattern's own order alone, where the text can have it. */
function readingsOf(cell: string, order: string): Day[] {
  const yearFirst = /^\s*(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})(?:T00:00(?::00)?)?\s*$/.exec(cell);
  if (yearFirst) {
    const [, year = "", separator = "", month = "", day = ""] = yearFirst;
    return separator === "" && month.length + day.length < 4 ? [] : [{ year, month, day }].filter(exists);
  }
  const yearLast = /^\s*(\d{1,2})([-/. ])(\d{1,2})\2(\d{4})\s*$/.exec(cell);
  if (!yearLast) return [];
  const [, a = "", , b = "", year = ""] = yearLast;
  const dayFirst = { year, month: b, day: a };
  const monthFirst = { year, month: a, day: b };
  if (order === "dmY" && exists(dayFirst)) return [dayFirst];
  if (order === "mdY" && exists(monthFirst)) return [monthFirst];
  return [dayFirst, monthFirst].filter(exists);
}

function exists({ year, month, day }: Day): boolean {
  const [m, d] = [Number(month), Number(day)];
  return m >= 1 && m <= 12 && d >= 1 && d <= daysOfMonth(Number(year), m);
}

function write({ year, month, day }: Day, pattern: string): string | null {
  const text = pattern
    .replace("%Y", year)
    .replace("%m", month.padStart(2, "0"))
    .replace("%d", day.padStart(2, "0"));
  return text.includes("%") ? null : text;
}

/** `9h30` or `9:30:15` in the wanted form. */
function rewriteTime(cell: string, pattern: string): string | null {
  const parts = /^\s*(\d{1,2}) ?[hH:.] ?(\d{2})(?: ?[m:.] ?(\d{2}) ?s?)?\s*$/.exec(cell);
  if (!parts || (parts[3] !== undefined && !pattern.includes("%S"))) return null;
  const text = pattern
    .replace("%H", (parts[1] ?? "").padStart(2, "0"))
    .replace("%M", parts[2] ?? "")
    .replace("%S", parts[3] ?? "00");
  return text.includes("%") ? null : text;
}
