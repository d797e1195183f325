import { dayNumber, daysOfMonth } from "./calendar";
import type { DatePart, DateStep } from "./date-format";

const isoRest = /^(?:\.\d+)?(?:Z|([+-])(?:(0\d|1[0-3]):([0-5]\d)|(14):(00)))?$/;
const zone = /(?:Z|([+-])([01]\d|2[0-3]):?([0-5]\d))/y;

/** Seconds that a rest such as `.25-05:00` after an ISO date-time adds; null when it is no such rest. */
export function isoZoneOffset(text: string): number | null {
  const parts = isoRest.exec(text);
  if (!parts) return null;
  const offset = Number(parts[2] ?? parts[4] ?? 0) * 3600 + Number(parts[3] ?? 0) * 60;
  const fraction = text.startsWith(".") ? Number(/^\.\d+/.exec(text)?.[0] ?? 0) : 0;
  return fraction + (parts[1] === "-" ? offset : -offset);
}

/** Compiles steps into a reader of seconds; `rest` reads what follows the last step, when something may. */
export function makeDateReader(
  steps: readonly DateStep[],
  rest: ((text: string) => number | null) | null,
): (cell: string) => number | null {
  return (cell) => {
    let at = 0;
    let year = 1970;
    let month = 1;
    let day = 1;
    let dayOfYear = 0;
    let hour = 0;
    let half = -1;
    let minute = 0;
    let second = 0;
    let shift = 0;
    for (const step of steps) {
      if (typeof step === "number") {
        if (cell.charCodeAt(at) !== step) return null;
        at++;
        continue;
      }
      const from = at;
      if (step.words !== null) {
        if (step.letter === "z") {
          zone.lastIndex = at;
          const parts = zone.exec(cell);
          if (!parts) return null;
          const offset = Number(parts[2] ?? 0) * 3600 + Number(parts[3] ?? 0) * 60;
          shift += parts[1] === "-" ? offset : -offset;
          at += parts[0].length;
          continue;
        }
        const index = wordAt(cell, at, step);
        if (index < 0) return null;
        at += step.words[index]?.length ?? 0;
        if (step.letter === "p") half = index;
        else if (step.letter === "b" || step.letter === "B") month = index + 1;
        continue;
      }
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
        case "j":
          dayOfYear = value === 0 ? -1 : value;
          break;
        case "H":
          hour = value;
          break;
        case "I":
          if (value < 1 || value > 12) return null;
          hour = value % 12;
          break;
        case "M":
          minute = value;
          break;
        case "f":
          shift += value / 10 ** (at - from);
          break;
        default:
          second = value;
      }
    }
    if (month < 1 || month > 12 || day < 1 || day > daysOfMonth(year, month)) return null;
    if (hour > 23 || minute > 59 || second > 59) return null;
    if (dayOfYear !== 0 && (dayOfYear < 1 || dayOfYear > 337 + daysOfMonth(year, 2))) return null;
    const dayCount = dayNumber(year, month, day) + (dayOfYear === 0 ? 0 : dayOfYear - 1);
    const halfDay = half === 1 ? 43_200 : 0;
    const seconds = dayCount * 86_400 + hour * 3600 + halfDay + minute * 60 + second + shift;
    if (at === cell.length) return seconds;
    const more = rest === null ? null : rest(cell.slice(at));
    return more === null ? null : seconds + more;
  };
}

function wordAt(cell: string, at: number, { words }: DatePart): number {
  if (words === null) return -1;
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? "";
    if (cell.slice(at, at + word.length).toLowerCase() === word) return i;
  }
  return -1;
}
