import { dayNumber, daysOfMonth } from "./calendar";
import type { TypeReader } from "./cell-fault";
import { type DateType, defaultFormats, parseDateFormat } from "./date-format";

const zone = /^(?:\.\d{1,9})?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))?$/;

/** Compiles a format such as `%d/%m/%Y` into a reader that gives seconds; only days that exist are dates. */
export function compileDate(type: DateType, format: string): TypeReader {
  const pattern = format === "default" ? defaultFormats[type] : format;
  const parsed = parseDateFormat(type, pattern);
  const steps = "problem" in parsed ? [] : parsed;
  const mayHaveZone = type === "datetime" && pattern === defaultFormats.datetime;

  const read = (cell: string): number | null => {
    let at = 0;
    let year = 1970;
    let month = 1;
    let day = 1;
    let hour = 0;
    let minute = 0;
    let second = 0;
    for (const step of steps) {
      if (typeof step === "number") {
        if (cell.charCodeAt(at) !== step) return null;
        at++;
        continue;
      }
      const from = at;
      const end = at + step.max;
      let value = 0;
      while (at < end) {
        const digit = cell.charCodeAt(at) - 48;
        if (!(digit >= 0 && digit <= 9)) break;
        value = value * 10 + digit;
        at++;
      }
      if (at - from < step.min) return null;
      switch (step.letter) {
        case "Y":
          year = value;
          break;
        case "y":
          year = value + (value < 69 ? 2000 : 1900);
          break;
        case "m":
          month = value;
          break;
        case "d":
          day = value;
          break;
        case "H":
          hour = value;
          break;
        case "M":
          minute = value;
          break;
        default:
          second = value;
      }
    }
    if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return null;
    if (hour > 23 || minute > 59 || second > 59) return null;
    const seconds = dayNumber(year, month, day) * 86_400 + hour * 3600 + minute * 60 + second;
    if (at === cell.length) return seconds;
    return mayHaveZone ? addZone(seconds, cell.slice(at)) : null;
  };

  return {
    read,
    explain(cell) {
      const suggestion = type === "date" ? suggestDate(cell, pattern) : null;
      return {
        code: "type-error",
        params: {
          expected: type,
          format: pattern,
          ...(suggestion !== null && suggestion !== cell && read(suggestion) !== null && { suggestion }),
        },
      };
    },
  };
}

function addZone(seconds: number, text: string): number | null {
  const parts = zone.exec(text);
  if (!parts) return null;
  const offset = Number(parts[2] ?? 0) * 3600 + Number(parts[3] ?? 0) * 60;
  const fraction = text.startsWith(".") ? Number(/^\.\d+/.exec(text)?.[0] ?? 0) : 0;
  return seconds + fraction + (parts[1] === "-" ? offset : -offset);
}

/** The same day in the wanted form, when the cell has the year first and so leaves no doubt about day and month. */
function suggestDate(cell: string, pattern: string): string | null {
  const parts = /^\s*(\d{4})([-/. ]?)(\d{1,2})\2(\d{1,2})\s*$/.exec(cell);
  if (!parts || !pattern.includes("%Y")) return null;
  const [, year = "", separator = "", month = "", day = ""] = parts;
  if (separator === "" && month.length + day.length < 4) return null;
  return pattern
    .replace("%Y", year)
    .replace("%m", month.padStart(2, "0"))
    .replace("%d", day.padStart(2, "0"));
}
