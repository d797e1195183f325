import type { Finding } from "./finding";

type Place = Pick<Finding, "row" | "column">;

/** Order of two findings as a person reads them, by row and then by column: keys are checked last, but stand in any row. */
export function byPlace(a: Place, b: Place): number {
  return (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0);
}
