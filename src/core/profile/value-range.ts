import type { TypeReader } from "../schema/cell-fault";
import { quoteValue } from "../schema/quote-value";

/** Least and greatest of the values that a reader gives numbers for, with the cells they stand in. */
export function makeValueRange(reader: TypeReader) {
  let least = Number.POSITIVE_INFINITY;
  let greatest = Number.NEGATIVE_INFINITY;
  let min: string | null = null;
  let max: string | null = null;
  let grows = true;
  return {
    add(cell: string): void {
      const value = reader.read(cell);
      if (typeof value !== "number" || !Number.isFinite(value)) {
        grows = false;
        return;
      }
      if (value < least) {
        least = value;
        min = cell;
      }
      if (value > greatest) {
        greatest = value;
        max = cell;
      } else grows = false;
    },
    /** A value came again. */
    repeat(): void {
      grows = false;
    },
    min: () => min && quoteValue(min),
    max: () => max && quoteValue(max),
    least: () => least,
    greatest: () => greatest,
    /** Each cell was greater than the one before, so that no two are the same. */
    grows: () => grows && min !== null,
  };
}
