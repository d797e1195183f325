import type { TypeReader } from "./cell-fault";
import { type DateType, defaultFormats, parseDateFormat } from "./date-format";
import { makeDateExplainer } from "./explain-date";
import { isoZoneOffset, makeDateReader } from "./read-date";

/** Forms that `format: any` tries in turn; where day and month could be either, the day comes first. */
const anyForms: Record<DateType, readonly string[]> = {
  date: [
    "%Y/%m/%d",
    "%Y%m%d",
    "%d/%m/%Y",
    "%m/%d/%Y",
    "%d-%m-%Y",
    "%d.%m.%Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d, %Y",
  ],
  time: ["%H:%M", "%I:%M %p", "%I:%M:%S %p"],
  datetime: ["%Y-%m-%d %H:%M:%S", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M", "%d/%m/%Y %H:%M:%S", "%d/%m/%Y %H:%M"],
};

/** Compiles a format such as `%d/%m/%Y` into a reader that gives seconds; only days that exist are dates. */
export function compileDate(type: DateType, format: string): TypeReader {
  if (format === "any") return compileAny(type);
  const pattern = withoutPrefix(format === "default" ? defaultFormats[type] : format);
  const parsed = parseDateFormat(type, pattern);
  const steps = "problem" in parsed ? [] : parsed;
  const isIso = type === "datetime" && pattern === defaultFormats.datetime;
  const readSteps = makeDateReader(steps, isIso ? isoZoneOffset : null);
  const read = isIso ? (cell: string) => readSteps(cell) ?? readMidnight(cell, readSteps) : readSteps;
  return {
    read,
    explain: makeDateExplainer({ type, pattern, reads: (text) => read(text) !== null }),
  };
}

/** Formats of the first specification begin with `fmt:`. */
export function withoutPrefix(format: string): string {
  return format.startsWith("fmt:") ? format.slice(4) : format;
}

/** XML Schema writes the end of a day as hour 24 of it. */
function readMidnight(cell: string, read: (cell: string) => number | null): number | null {
  if (!cell.startsWith("T24:00:00", 10)) return null;
  const start = read(`${cell.slice(0, 10)}T00:00:00${cell.slice(19)}`);
  return start === null || /[1-9]/.test(/^\.\d+/.exec(cell.slice(19))?.[0] ?? "") ? null : start + 86_400;
}

function compileAny(type: DateType): TypeReader {
  const [first, ...others] = ["default", ...anyForms[type]].map((form) => compileDate(type, form));
  return {
    read(cell) {
      const value = first?.read(cell) ?? null;
      if (value !== null) return value;
      for (const { read } of others) {
        const other = read(cell);
        if (other !== null) return other;
      }
      return null;
    },
    explain: () => ({ code: "type-error", params: { expected: type } }),
  };
}
