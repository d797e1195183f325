/** A CEL number as an amount to the cent, undefined when it is none. Throws RangeError for an amount that no table holds. */
export function toMoney(value: unknown): number | undefined {
  if (typeof value !== "number" && typeof value !== "bigint") return undefined;
  const amount = Math.round(Number(value) * 100) / 100;
  if (!(Math.abs(amount) < 1e12)) throw new RangeError("the impact is no amount of money");
  return amount;
}
