import { expect, test } from "vitest";
import { faultsOf, validateClaims } from "./claims-under-test";

const annual = { code: "98101", person: 1, billed: 5525, paid: 5525, day: "2026-11-02" };
const unpaid = { ...annual, paid: 0 };
const otherDoctor = { doctor: "Dr B | 100002" };

test("one in a year passes, for each patient", async () => {
  expect(await faultsOf([annual, { ...annual, person: 2 }])).toEqual({});
});

test.each(["98101", "98102", "98103", "98104"])(
  "%s and another one, both paid, by two doctors",
  async (code) => {
    const { faults, kept } = await validateClaims([
      { ...annual, ...otherDoctor },
      { ...annual, code, billed: 4000, paid: 4000 },
    ]);
    expect(faults).toEqual({ "annual-code-paid-twice": [[2, 3]] });
    expect(kept[0]?.finding).toMatchObject({ impact: 40, params: { service_year: "2026", times_paid: 2 } });
  },
);

test("paid and unpaid is another finding than paid twice", async () => {
  const { faults, kept } = await validateClaims([annual, { ...unpaid, ...otherDoctor }]);
  expect(faults).toEqual({ "annual-code-paid-and-unpaid": [[2, 3]] });
  expect(kept[0]?.finding).toMatchObject({ severity: "warning", impact: 55.25 });
  expect(await faultsOf([annual, annual, unpaid])).toEqual({
    "annual-code-paid-twice": [[2, 3]],
    "annual-code-paid-and-unpaid": [[2, 3, 4]],
  });
});

test("an empty paid amount is unpaid as 0,00 is", async () => {
  expect(await faultsOf([annual, { ...unpaid, cells: { "Montant payé": "" } }])).toEqual({
    "annual-code-paid-and-unpaid": [[2, 3]],
  });
});

test("claimed twice and paid never", async () => {
  expect(await faultsOf([unpaid])).toEqual({});
  expect(await faultsOf([unpaid, unpaid])).toEqual({ "annual-code-unpaid-twice": [[2, 3]] });
});

test("1 January belongs to its own year", async () => {
  const january = { ...annual, day: "2026-01-01" };
  const december = { ...annual, day: "2025-12-31" };
  const codes = async (days: (typeof annual)[]) =>
    Object.keys(await faultsOf(days)).filter((code) => code.startsWith("annual"));
  expect(await codes([december, january])).toEqual([]);
  expect(await codes([january, annual])).toEqual(["annual-code-paid-twice"]);
  expect(await codes([{ ...annual, day: "2025-01-01" }, december])).toEqual(["annual-code-paid-twice"]);
});

test("other codes may come as often as they like", async () => {
  expect(await faultsOf([annual, { ...annual, code: "98901" }, { ...annual, code: "98901" }])).toEqual({});
});
