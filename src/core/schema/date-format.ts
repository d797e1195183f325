import type { TypeReader } from "./compile-type";

type Part = "Y" | "y" | "m" | "d" | "H" | "M" | "S";

const parts: Record<Part, string> = {
  Y: "(\\d{4})",
  y: "(\\d{2})",
  m: "(\\d{1,2})",
  d: "(\\d{1,2})",
  H: "(\\d{1,2})",
  M: "(\\d{2})",
  S: "(\\d{2})",
};

const defaults = { date: "%Y-%m-%d", time: "%H:%M:%S", datetime: "%Y-%m-%dT%H:%M:%S" };

function isPart(letter: string | undefined): letter is Part {
  return letter !== undefined && letter in parts;
}

/** Compiles a pattern such as `%d/%m/%Y` into a reader that gives milliseconds, real calendar days only. */
export function compileDateFormat(type: "date" | "time" | "datetime", format: string): TypeReader {
  const pattern = format === "default" || format === "any" ? defaults[type] : format;
  const order: Part[] = [];
  const source = pattern.replace(/%(.)|[.*+?^${}()|[\]\\]/g, (match, letter: string | undefined) => {
    if (!isPart(letter)) return `\\${match}`;
    order.push(letter);
    return parts[letter];
  });
  const isZoned = type === "datetime" && pattern === defaults.datetime;
  const expression = new RegExp(`^${source}${isZoned ? "(?:\\.\\d+)?(?:Z|[+-]\\d{2}:\\d{2})?" : ""}$`);
  const fault = { code: "type-error", params: { expected: type, format: pattern } };
  return (cell) => {
    const found = expression.exec(cell);
    const value = found && toMilliseconds(order, found);
    return value === null ? { fault } : { value };
  };
}

function toMilliseconds(order: readonly Part[], found: readonly string[]): number | null {
  let year = 1970;
  let month = 1;
  let day = 1;
  let hour = 0;
  let minute = 0;
  let second = 0;
  for (let i = 0; i < order.length; i++) {
    const value = Number(found[i + 1]);
    switch (order[i]) {
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
  if (month < 1 || month > 12 || day < 1 || day > daysOf(year, month)) return null;
  if (hour > 23 || minute > 59 || second > 60) return null;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}
