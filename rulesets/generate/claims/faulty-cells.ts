import { wrongHealthNumber } from "./health-number";

/** Cells as seen in the field that are wrong in themselves: column (from 0) and text, in the order in which they are put in. */
export const faultyCells: readonly (readonly [column: number, text: string])[] = [
  [14, "32.4"],
  [21, wrongHealthNumber(7)],
  [3, "2026-13-01"],
  [10, "AB12"],
  [16, ""],
  [4, "9h30"],
  [15, "1 032,4 $"],
  [11, "-1"],
  [21, "trem 0412 1925"],
  [10, "857"],
];
