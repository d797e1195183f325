import type { Severity } from "./finding";

export interface Stake {
  /** Money at stake in errors and warnings; null when none of them has any. */
  atStake: number | null;
  /** Money that findings of severity info point to, as fees that were not billed; null when none does. */
  missed: number | null;
}

/** Sums the money of findings or of their totals, to the cent. */
export function moneyAtStake(
  items: Iterable<{ severity: Severity; impact?: number | null | undefined }>,
): Stake {
  const cents: Record<keyof Stake, number | null> = { atStake: null, missed: null };
  for (const { severity, impact } of items) {
    if (impact === null || impact === undefined) continue;
    const kind = severity === "info" ? "missed" : "atStake";
    cents[kind] = (cents[kind] ?? 0) + Math.round(impact * 100);
  }
  const amount = (value: number | null) => (value === null ? null : value / 100);
  return { atStake: amount(cents.atStake), missed: amount(cents.missed) };
}
