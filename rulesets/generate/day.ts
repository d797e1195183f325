const msPerDay = 86_400_000;

/** The ISO day so many days before another. */
export function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * msPerDay).toISOString().slice(0, 10);
}

export const twoDigits = (value: number) => String(value).padStart(2, "0");

/** Minutes since midnight as HH:MM. */
export const clock = (minutes: number) => `${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)}`;
