import fc from "fast-check";
import type { Kind } from "./kinds";

const two = (value: number) => String(value).padStart(2, "0");
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const clock = fc.tuple(fc.nat(23), fc.nat(59), fc.nat(59)).map((parts) => parts.map(two).join(":"));
const moment = fc.tuple(day, clock).map((parts) => parts.join("T"));

const ordered = (low: string, high: string) => [{ minimum: low }, { maximum: high }, { minimum: low, maximum: high }];

export const dateKinds: Kind[] = [
  {
    field: { type: "date" },
    good: day,
    odd: ["2026-02-29", "2024-02-29", "2026-13-01", "2026-00-10", "2026-1-5", "26-01-05", "2026/01/05", "20260105", "2026-01-05T00:00:00", "2026-01-05Z", " 2026-01-05", "0001-01-01", "0000-01-01", "12026-01-01", "2026-01-32", "２026-01-05"],
    constraints: [...ordered("2000-01-01", "2030-12-31"), { enum: ["2026-01-05", "2024-02-29"] }],
  },
  {
    field: { type: "date", format: "%d/%m/%Y" },
    good: day.map((text) => text.split("-").reverse().join("/")),
    odd: ["5/1/2026", "31/02/2026", "1/13/2026", "05/01/26", "05-01-2026", "2026-01-05", "05/01/2026 ", "005/01/2026", "0/1/2026"],
    constraints: [{ minimum: "01/01/2000" }],
  },
  {
    field: { type: "date", format: "%d %b %y" },
    good: fc.constantFrom("05 Jan 26", "31 Dec 99", "1 feb 00", "29 FEB 24", "10 May 68", "10 May 69"),
    odd: ["05 Jan 2026", "5 janv 26", "31 Feb 26", "05-Jan-26", "05  Jan 26", "05 January 26"],
    constraints: [],
  },
  {
    field: { type: "date", format: "any" },
    good: day,
    odd: ["5 January 2026", "Jan 5, 2026", "05/01/2026", "2026", "10:30", "tomorrow", "20260105", "2026-02-30", "Monday", "1"],
    constraints: [],
  },
  {
    field: { type: "time" },
    good: clock,
    odd: ["24:00:00", "23:59:60", "9:30:00", "09:30", "093000", "09:30:00Z", "09:30:00+01:00", "09:30:00.5", "09:30:00.123456", "25:00:00", "09:60:00", " 09:30:00", "09:30:00,5", "09:30:00.1234567"],
    constraints: [...ordered("08:00:00", "20:00:00"), { enum: ["09:30:00", "12:00:00"] }],
  },
  {
    field: { type: "time", format: "%H:%M" },
    good: clock.map((text) => text.slice(0, 5)),
    odd: ["9:30", "24:00", "09:60", "09:30:00", "9h30", "09 :30", "9:3"],
    constraints: [{ minimum: "08:00" }],
  },
  {
    field: { type: "datetime" },
    good: fc.tuple(moment, fc.constantFrom("", "Z")).map((parts) => parts.join("")),
    odd: ["2026-01-05 10:00:00", "2026-01-05T10:00", "2026-01-05T10:00:00.5Z", "2026-01-05T10:00:00+02:00", "2026-01-05T10:00:00+0200", "2026-01-05T24:00:00", "2026-01-05T24:00:01", "2026-01-05T10:00:60", "20260105T100000", "2026-W02-1T10:00:00", "2026-02-29T10:00:00", "2026-01-05T10:00:00+15:00", "2026-01-05t10:00:00z", "2026-01-05T10:00:00,5", "2026-01-05"],
    constraints: [...ordered("2000-01-01T00:00:00Z", "2030-12-31T23:59:59Z"), { enum: ["2026-01-05T10:00:00Z"] }],
  },
  {
    field: { type: "datetime", format: "%Y-%m-%d %H:%M" },
    good: moment.map((text) => text.replace("T", " ").slice(0, 16)),
    odd: ["2026-01-05T10:00", "2026-1-5 9:05", "2026-01-05  10:00", "2026-01-05 10:00:00", "2026-01-05 24:00"],
    constraints: [],
  },
  {
    field: { type: "yearmonth" },
    good: day.map((text) => text.slice(0, 7)),
    odd: ["2026-13", "2026-00", "2026-1", "26-01", "2026/01", "202601", "2026-01-05", "2026-01Z", "-2026-01", "02026-01", " 2026-01", "2026- 1", "２０２６-01"],
    constraints: [...ordered("2000-01", "2030-12"), { enum: ["2026-01", "2026-02"] }],
  },
  {
    field: { type: "duration" },
    good: fc.constantFrom("P1Y", "P2M", "P10D", "PT1H", "PT30M", "PT1.5S", "P1Y2M3DT4H5M6S", "-P1D", "P0D", "P12M"),
    odd: ["P", "PT", "P1W", "P1S", "1D", "P1.5D", "P-1D", "+P1D", "PT1H30", "P1D ", "p1d", "PT1,5S", "P1YT", "P1M2Y", "P0001-01-01T00:00:00"],
    constraints: [{ enum: ["P1Y", "PT1H"] }],
  },
];
