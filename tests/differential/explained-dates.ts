import { type Explanation, isOf, ofCells, refusedByThem, refusedByUs } from "./explanation";

/** Differences over the lexical forms of dates, times and durations. */
export const explainedDates: Explanation[] = [
  {
    id: "any-date",
    why: "What `any` reads is left to the program. Here: ISO, then a list of usual forms; dateutil guesses, and fills in what is missing from today's date.",
    when: (it) => it.field?.format === "any",
    example: ofCells({ type: "date", format: "any" }, "Monday"),
  },
  {
    id: "year-zero",
    why: "ISO 8601 has a year 0; Python's calendar begins with year 1.",
    when: (it) => refusedByThem(it) && isOf(it, "date", "datetime") && it.cell.startsWith("0000"),
    example: ofCells({ type: "date" }, "0000-01-01"),
  },
  {
    id: "loose-date",
    why: "A date is `yyyy-mm-dd`. Frictionless reads it by strptime, which takes one digit too.",
    when: (it) =>
      refusedByUs(it) &&
      isOf(it, "date") &&
      it.field?.format === undefined &&
      !/^\d{4}-\d\d-\d\d$/.test(it.cell),
    example: ofCells({ type: "date" }, "2026-1-5"),
  },
  {
    id: "loose-datetime",
    why: "A datetime is XML Schema's `dateTime`. Frictionless also takes a space or a small `t` for the `T`, weeks, a comma for the point, zones without a colon and beyond 14 hours.",
    when: (it) =>
      refusedByUs(it) &&
      isOf(it, "datetime") &&
      it.field?.format === undefined &&
      !/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-](?:0\d|1[0-3]):\d\d|[+-]14:00)?$/.test(it.cell),
    example: ofCells({ type: "datetime" }, "2026-01-05 10:00:00"),
  },
  {
    id: "time-of-day",
    why: "A time is `hh:mm:ss`, as Table Schema writes it. Frictionless also takes a fraction, a zone, and 24:00:00.",
    when: (it) =>
      refusedByUs(it) &&
      isOf(it, "time") &&
      it.field?.format === undefined &&
      /^\d\d:\d\d:\d\d./.test(`${it.cell} `),
    example: ofCells({ type: "time" }, "09:30:00.5", "24:00:00"),
  },
  {
    id: "space-in-pattern",
    why: "A space in a pattern is one space, and a number is padded with zeros. For strptime a space is any white space, as much as there is, and may pad a day.",
    when: (it) =>
      refusedByUs(it) &&
      String(it.field?.format ?? "").includes("%") &&
      /\s\s|[^\S ]|[-/:.] \d|^ \d/.test(it.cell),
    example: ofCells({ type: "date", format: "%d %b %y" }, "05  Jan 26"),
  },
  {
    id: "last-number-of-pattern",
    why: "One digit will do where a sign ends the number (`9:30`), but not at the end: `9:3` is more likely cut off than three past nine. strptime takes it.",
    when: (it) =>
      refusedByUs(it) && String(it.field?.format ?? "").includes("%") && /(?:^|\D)\d$/.test(it.cell),
    example: ofCells({ type: "time", format: "%H:%M" }, "9:3"),
  },
  {
    id: "loose-duration",
    why: "A duration is XML Schema's: no weeks, a fraction of seconds alone, no empty part. isodate reads more, and some that is no duration anywhere (`PT`, `P1YT`).",
    when: (it) => refusedByUs(it) && isOf(it, "duration"),
    example: ofCells({ type: "duration" }, "P1W", "PT"),
  },
];
