import { expect, test } from "vitest";
import { faultsOf, session, validateClaims } from "./claims-under-test";

test.each([
  ["10:00", null],
  ["10:01", 181],
])("three sessions until %s", async (end, minutes) => {
  const { faults, kept } = await validateClaims([
    session("07:00", "08:00"),
    session("08:00", "09:00"),
    session("09:00", end),
  ]);
  if (minutes === null) return expect(faults).toEqual({});
  expect(faults).toEqual({ "intervention-day-cap": [[2, 3, 4]] });
  expect(kept[0]?.finding.params).toMatchObject({ total_minutes: minutes });
  expect(kept[0]?.finding.impact).toBe(0.5);
});

test.each([
  ..."08857 08858 08859 08860 08866 08867 08868 08869 08841 08842 08843 08844".split(" "),
  "8857",
  "8860",
  "8869",
  "8841",
  "8844",
])("%s is a clinical intervention", async (code) => {
  const over = [session("08:00", "10:00", { code }), session("10:00", "11:01")];
  expect(await faultsOf(over)).toEqual({ "intervention-day-cap": [[2, 3]] });
});

test("another code is none", async () => {
  expect(await faultsOf([session("08:00", "12:00", { code: "98901" })])).toEqual({});
});

test.each(["ICEP", "#ICEP", "ICSM", "ICTOX", "CLSC,#ICTOX", "CLSC, ICSM"])(
  "%s is exempt",
  async (contexts) => {
    expect(await faultsOf([session("08:00", "11:00"), session("11:00", "13:00", { contexts })])).toEqual({});
  },
);

test("a context that only begins like an exempt one is not", async () => {
  expect(await faultsOf([session("08:00", "11:01", { contexts: "ICEPX,CLSC" })])).toEqual({
    "intervention-day-cap": [[2]],
  });
});

test("another doctor's minutes and another day's never count", async () => {
  expect(
    await faultsOf([
      session("08:00", "11:00"),
      session("08:00", "11:00", { doctor: "Dr B | 100002" }),
      session("08:00", "11:00", { day: "2026-11-09" }),
    ]),
  ).toEqual({});
});

test.each(["", "00:00"])("with the end %j the units are the minutes", async (end) => {
  const long = session("13:00", end, { units: "60" });
  expect(await faultsOf([session("08:00", "10:00"), long])).toEqual({});
  expect(await faultsOf([session("08:00", "10:00"), { ...long, units: "61" }])).toEqual({
    "intervention-day-cap": [[2, 3]],
  });
});

test("sessions that touch do not overlap, by one minute they do", async () => {
  expect(await faultsOf([session("08:00", "08:30"), session("08:30", "09:00")])).toEqual({});
  expect(await faultsOf([session("08:00", "08:31"), session("08:30", "09:00")])).toEqual({
    "intervention-overlap": [[2, 3]],
  });
});

test("a long session covers later ones that do not overlap one another", async () => {
  const { kept } = await validateClaims([
    session("08:00", "10:00"),
    session("08:10", "08:40"),
    session("09:29", "10:10", { units: "1" }),
  ]);
  const rows = kept.filter(({ finding }) => finding.code === "intervention-overlap");
  expect(rows.map(({ finding }) => finding.row)).toEqual([3, 4]);
  expect(rows.every(({ finding }) => finding.params.busy_until === "10:00")).toBe(true);
});

test("two sessions of the same times overlap, whatever their contexts", async () => {
  const same = session("08:00", "08:30");
  expect(await faultsOf([same, { ...same, contexts: "ICEP" }])).toEqual({ "intervention-overlap": [[2, 3]] });
});

test("another doctor, another day, other codes and sessions without both times do not overlap", async () => {
  const first = session("08:00", "09:00");
  expect(
    await faultsOf([
      first,
      { ...first, doctor: "Dr B | 100002" },
      { ...first, day: "2026-11-09" },
      { ...first, code: "98901" },
      { ...first, end: "" },
      { ...first, end: "00:00" },
      { ...first, start: "00:00" },
    ]),
  ).toEqual({});
});

test.each([
  ["08:24", [[2]]],
  ["08:25", undefined],
])("a session from 08:00 to %s", async (end, rows) => {
  expect((await faultsOf([session("08:00", end)]))["intervention-too-short"]).toEqual(rows);
});

test("other codes and sessions without an end may be short", async () => {
  expect(await faultsOf([session("08:00", "08:05", { code: "98901" }), session("08:00", "")])).toEqual({});
});

test("a session that ends before it starts is told so, and takes no minutes off the others", async () => {
  expect(
    await faultsOf([session("07:00", "10:01"), session("12:00", "11:00"), session("13:00", "13:00")]),
  ).toEqual({ "intervention-day-cap": [[2, 3, 4]], "intervention-ends-before-start": [[3], [4]] });
});
