import type { TypeReader } from "./cell-fault";

const day = 86_400;
const year = 365.2425 * day;
/** Seconds of a unit, by its letter, before and after the `T`. A month counts as the twelfth part of a mean year. */
const dateUnits = [
  [89, year],
  [77, year / 12],
  [68, day],
] as const;
const timeUnits = [
  [72, 3600],
  [77, 60],
  [83, 1],
] as const;

/** Reads an XML Schema duration such as `P1Y2M3DT4H5M6.7S` as seconds; null when it is none. */
function readDuration(cell: string): number | null {
  const isNegative = cell.charCodeAt(0) === 45;
  let at = isNegative ? 1 : 0;
  if (cell.charCodeAt(at++) !== 80) return null;
  let seconds = 0;
  let isTime = false;
  let next = 0;
  let parts = 0;
  while (at < cell.length) {
    if (cell.charCodeAt(at) === 84) {
      if (isTime) return null;
      isTime = true;
      next = 0;
      parts = 0;
      at++;
      continue;
    }
    const from = at;
    let value = 0;
    for (let digit = cell.charCodeAt(at) - 48; digit >= 0 && digit <= 9; digit = cell.charCodeAt(++at) - 48)
      value = value * 10 + digit;
    if (at === from) return null;
    let isFraction = false;
    if (cell.charCodeAt(at) === 46) {
      isFraction = true;
      const point = at++;
      for (let digit = cell.charCodeAt(at) - 48, weight = 0.1; digit >= 0 && digit <= 9; weight /= 10) {
        value += digit * weight;
        digit = cell.charCodeAt(++at) - 48;
      }
      if (at === point + 1) return null;
    }
    const letter = cell.charCodeAt(at++);
    const units = isTime ? timeUnits : dateUnits;
    while (next < 3 && units[next]?.[0] !== letter) next++;
    const unit = units[next++];
    if (unit === undefined || (isFraction && letter !== 83)) return null;
    seconds += value * unit[1];
    parts++;
  }
  if (parts === 0) return null;
  return isNegative ? -seconds : seconds;
}

export const durationReader: TypeReader = {
  read: readDuration,
  explain(cell) {
    const upper = cell.length > 100 ? cell : cell.replace(/\s/g, "").replace(",", ".").toUpperCase();
    const isRepaired = upper !== cell && readDuration(upper) !== null;
    return {
      code: "type-error",
      params: { expected: "duration", ...(isRepaired && { suggestion: upper }) },
    };
  },
};
