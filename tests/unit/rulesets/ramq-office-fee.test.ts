import { expect, test } from "vitest";
import { doubleFee, faultsOf, fee, registered, times, validateClaims, walkIn } from "./claims-under-test";

test.each([
  ["19928", fee, 5, 0, false],
  ["19928", fee, 6, 0, true],
  ["19928", fee, 0, 9, false],
  ["19928", fee, 0, 10, true],
  ["19928", fee, 5, 9, false],
  ["19929", doubleFee, 11, 0, false],
  ["19929", doubleFee, 12, 0, true],
  ["19929", doubleFee, 0, 19, false],
  ["19929", doubleFee, 0, 20, true],
  ["19929", doubleFee, 11, 19, false],
])("%s with %o: %i registered and %i walk-in patients", async (code, claim, known, unknown, isEnough) => {
  const faults = await faultsOf([claim, ...times(known, registered), ...times(unknown, walkIn)]);
  expect(faults).toEqual(isEnough ? {} : { [`office-fee-${code}`]: [[2]] });
});

test("a patient who is seen twice is one patient", async () => {
  const visits = times(6, { ...registered, person: 1 });
  expect(await faultsOf([fee, ...visits])).toEqual({ "office-fee-19928": [[2]] });
});

test("the patient of the fee itself is not one who was seen", async () => {
  expect(await faultsOf([{ ...fee, person: 1 }, ...times(5, registered)])).toEqual({
    "office-fee-19928": [[2]],
  });
});

test.each(["G160", "#G160", "AR", "#AR", "CLSC,G160", "CLSC, #AR", "g160"])(
  "%s makes a walk-in patient",
  async (contexts) => {
    expect(await faultsOf([fee, ...times(9, { ...walkIn, contexts })])).toEqual({
      "office-fee-19928": [[2]],
    });
    expect(await faultsOf([fee, ...times(10, { ...walkIn, contexts })])).toEqual({});
  },
);

test.each(["G1600", "ART", "CLSC", "G16,0", ""])("%j does not make a walk-in patient", async (contexts) => {
  expect(await faultsOf([fee, ...times(6, { ...walkIn, contexts })])).toEqual({});
});

test("another doctor's visits, another day's and those outside a practice never count", async () => {
  const others = [
    { ...registered, doctor: "Dr B | 100002" },
    { ...registered, day: "2026-11-09" },
    { ...registered, place: "0123X", billed: 3855 },
  ];
  expect(await faultsOf([fee, ...times(5, registered), ...others])).toEqual({ "office-fee-19928": [[2]] });
});

test.each([
  [[fee, fee], null],
  [[doubleFee], null],
  [[fee, doubleFee], 32.4],
  [[fee, fee, fee], 32.4],
  [
    [
      { ...fee, paid: 0 },
      { ...doubleFee, paid: 0 },
    ],
    32.4,
  ],
])("a day's fees together: %o", async (fees, over) => {
  const { faults, kept } = await validateClaims([...fees, ...times(12, registered)]);
  if (over === null) return expect(faults).toEqual({});
  expect(faults).toEqual({ "office-fee-day-total": [fees.map((_, i) => i + 2)] });
  expect(kept[0]?.finding.impact).toBe(over);
});

test("64.80 is a day's total and 64.81 is above it", async () => {
  const oneCentMore = { ...fee, billed: 3241 };
  expect(await faultsOf([fee, oneCentMore, ...times(6, registered)])).toEqual({
    "office-fee-day-total": [[2, 3]],
  });
  expect(await faultsOf([fee, { ...fee, billed: 3240 }, ...times(6, registered)])).toEqual({});
});

test("a fee belongs to a practice, and its day to one doctor", async () => {
  expect(await faultsOf([{ ...fee, place: "0123X" }, ...times(6, registered)])).toEqual({
    "office-fee-place": [[2]],
  });
  const second = { doctor: "Dr B | 100002" };
  const both = [fee, { ...doubleFee, ...second }, ...times(6, registered)];
  expect(await faultsOf([...both, ...times(12, { ...registered, ...second })])).toEqual({});
});

test.each([
  [5, 9, null],
  [6, 0, 32.4],
  [0, 10, 32.4],
  [11, 19, 32.4],
  [12, 0, 64.8],
  [0, 20, 64.8],
])("no fee billed with %i registered and %i walk-in patients", async (known, unknown, lost) => {
  const { faults, kept, counts } = await validateClaims([
    ...times(known, registered),
    ...times(unknown, walkIn),
  ]);
  expect(counts).toEqual({ error: 0, warning: 0, info: lost === null ? 0 : 1 });
  expect(Object.keys(faults)).toEqual(lost === null ? [] : ["office-fee-missed"]);
  expect(kept[0]?.finding.impact ?? null).toBe(lost);
});

test("a fee that was billed, if at another place, is not missed", async () => {
  const elsewhere = { ...fee, place: "0123X" };
  expect(Object.keys(await faultsOf([elsewhere, ...times(6, registered)]))).not.toContain(
    "office-fee-missed",
  );
});

test("only the difference is at stake when the patients of 19928 are there", async () => {
  const impactOf = async (known: number) =>
    (await validateClaims([doubleFee, ...times(known, registered)])).kept[0]?.finding.impact;
  expect([await impactOf(11), await impactOf(5)]).toEqual([32.4, 64.8]);
});

test("the finding tells who, when and how many", async () => {
  const { kept } = await validateClaims([fee, ...times(5, registered), ...times(3, walkIn)]);
  expect(kept[0]?.finding.params).toMatchObject({
    "Doctor Info": "Dr A | 100001",
    "Date de Service": "2026-11-10",
    registered: 5,
    walk_ins: 3,
  });
  expect(kept[0]?.overview).toEqual({ subject: "Dr A | 100001", day: "2026-11-10" });
});
