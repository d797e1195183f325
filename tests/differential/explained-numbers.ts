import type { Difference } from "./compare";
import { type Explanation, isOf, ofCells, refusedByThem, refusedByUs } from "./explanation";

const isBare = ({ field }: Difference) => field?.bareNumber !== false;

/** Differences over the lexical forms of numbers. */
export const explainedNumbers: Explanation[] = [
  {
    id: "space-around-value",
    why: "White space around a value is part of it here, and what to type is suggested. Frictionless takes it off numbers, years, months and points, and keeps it in all else.",
    when: (it) =>
      refusedByUs(it) &&
      isOf(it, "integer", "number", "year", "yearmonth", "geopoint") &&
      /^\s|\s$|\s[,-]|-\s|,(?! \S)\s/.test(it.cell),
    example: ofCells({ type: "integer" }, "12 "),
  },
  {
    id: "python-digits",
    why: "Digits are `0` to `9`. Python also reads those of other scripts, and `_` between digits.",
    when: (it) => refusedByUs(it) && /_|(?![0-9])\p{Nd}/u.test(it.cell),
    example: ofCells({ type: "integer" }, "1_000", "٣"),
  },
  {
    id: "python-number-words",
    why: "The words for numbers that are none are `NaN`, `INF` and `-INF`; Python has more.",
    when: (it) => refusedByUs(it) && isOf(it, "number") && /^[+-]?(?:infinity|inf|s?nan\d*)$/i.test(it.cell),
    example: ofCells({ type: "number" }, "Infinity", "sNaN"),
  },
  {
    id: "groups-of-three",
    why: "Group signs must part the whole number in threes: `1,23` is a slip, not 123. Frictionless takes every group sign out, wherever it stands.",
    when: (it) =>
      refusedByUs(it) && isOf(it, "number") && it.cell.includes(String(it.field?.groupChar ?? "\0")),
    example: ofCells({ type: "number", groupChar: "," }, "1,23"),
  },
  {
    id: "kinds-of-space",
    why: "A `groupChar` that is a space stands for the no-break, thin and narrow ones too, which look the same; in Frictionless for itself alone.",
    when: (it) => refusedByThem(it) && it.field?.groupChar === " " && /[\u00A0\u2009\u202F]/.test(it.cell),
    example: ofCells({ type: "number", groupChar: " " }, "1\u00A0000"),
  },
  {
    id: "sign-before-currency",
    why: "With `bareNumber: false` a sign may stand before the currency (`-$5`). Frictionless takes off what stands before the sign, and what is left begins with no digit.",
    when: (it) => refusedByThem(it) && !isBare(it) && /-\D+\d/.test(it.cell),
    example: ofCells({ type: "number", bareNumber: false }, "-$5"),
  },
  {
    id: "number-words-undressed",
    why: "With `bareNumber: false` Frictionless takes `NaN` and `INF` off as if they were a currency, and has nothing left.",
    when: (it) => refusedByThem(it) && !isBare(it) && /^-?(?:nan|inf)$/i.test(it.cell),
    example: ofCells({ type: "number", bareNumber: false }, "INF"),
  },
  {
    id: "point-before-digit",
    why: "With `bareNumber: false` a point or comma next to a digit belongs to the number: `$.5` is half a dollar, and no integer. Frictionless drops it with the currency, and reads 5.",
    when: (it) =>
      (refusedByUs(it) || it.ours.length + it.theirs.length > 0) &&
      !isBare(it) &&
      /[.,]\d|\d[.,]/.test(it.cell),
    example: ofCells({ type: "integer", bareNumber: false }, "$.5"),
  },
  {
    id: "zone-of-a-year",
    why: "Years and months are XML Schema's `gYear` and `gYearMonth`, which may have a sign and a zone; Frictionless refuses both.",
    when: (it) => refusedByThem(it) && isOf(it, "year", "yearmonth") && /^-|Z$|[+-]\d\d:\d\d$/.test(it.cell),
    example: ofCells({ type: "year" }, "-2000", "2026Z"),
  },
  {
    id: "digits-of-a-year",
    why: "A year has four digits and a month two. Frictionless asks of a year four characters (`+202`) and of a month nothing but its range.",
    when: (it) => refusedByUs(it) && isOf(it, "year", "yearmonth") && !/^\d{4}(?:-\d{2})?$/.test(it.cell),
    example: ofCells({ type: "yearmonth" }, "26-1"),
  },
];
