/** One square of a month's grid: the day of the month, with what was found on it. */
export interface DayCell<Day> {
  date: number;
  found: Day | null;
}

export interface Month<Day> {
  /** As in `2026-03`. */
  id: string;
  /** Rows of seven from Sunday; null outside the month. */
  weeks: (DayCell<Day> | null)[][];
}

/** The months in which something was found, in order, as a calendar shows them. Days are ISO. */
export function monthsOf<Day extends { day: string }>(days: readonly Day[]): Month<Day>[] {
  const months = new Map<string, Map<number, Day>>();
  for (const found of days) {
    const id = found.day.slice(0, 7);
    const month = months.get(id) ?? new Map<number, Day>();
    months.set(id, month.set(Number(found.day.slice(8)), found));
  }
  return [...months.keys()].sort().map((id) => ({ id, weeks: weeksOf(id, months.get(id) ?? new Map()) }));
}

function weeksOf<Day>(id: string, found: Map<number, Day>): (DayCell<Day> | null)[][] {
  const first = new Date(`${id}-01T00:00:00Z`);
  const before = first.getUTCDay();
  const next = new Date(first);
  next.setUTCMonth(next.getUTCMonth() + 1);
  const count = Math.round((next.getTime() - first.getTime()) / 86_400_000);
  const weeks = Math.ceil((before + count) / 7);
  return Array.from({ length: weeks }, (_, week) =>
    Array.from({ length: 7 }, (_, weekday) => {
      const date = week * 7 + weekday - before + 1;
      return date < 1 || date > count ? null : { date, found: found.get(date) ?? null };
    }),
  );
}

/** Where a key leads from one of the days in order: to its neighbours, or a week or more up and down. Null for no move. */
export function walkDays(key: string, days: readonly string[], from: number): number | null {
  const day = days[from];
  if (day === undefined) return null;
  const week = 7 * 86_400_000;
  const apart = (at: string) => Date.parse(at) - Date.parse(day);
  switch (key) {
    case "ArrowRight":
      return from + 1 < days.length ? from + 1 : null;
    case "ArrowLeft":
      return from > 0 ? from - 1 : null;
    case "ArrowDown":
      return orNull(days.findIndex((at) => apart(at) >= week));
    case "ArrowUp":
      return orNull(days.findLastIndex((at) => apart(at) <= -week));
    case "Home":
      return 0;
    case "End":
      return days.length - 1;
    default:
      return null;
  }
}

const orNull = (index: number): number | null => (index < 0 ? null : index);
