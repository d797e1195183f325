const isoDay = /^(?!0000)\d{4}-\d\d-\d\d$/;

/** A day (ISO) for a date column; null for one that PostgreSQL or a reader of ISO days would not know. */
export function storedDay(day: string | null | undefined): string | null {
  return day && isoDay.test(day) && isReal(day) ? day : null;
}

/** The moment that stands for a day in a date column. */
export const momentOfDay = (day: string): Date => new Date(`${day}T00:00:00Z`);

export const dayOfMoment = (moment: Date): string => moment.toISOString().slice(0, 10);

function isReal(day: string): boolean {
  const moment = momentOfDay(day);
  return !Number.isNaN(moment.getTime()) && dayOfMoment(moment) === day;
}
