const tooMuch = 1e12;

/** An amount for a numeric(14,2) column; null for one that is none or that no such column can hold. */
export function storedMoney(amount: number | null | undefined): number | null {
  if (amount === null || amount === undefined || !(Math.abs(amount) < tooMuch)) return null;
  return Math.round(amount * 100) / 100;
}
