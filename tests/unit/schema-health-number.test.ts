import { expect, it } from "vitest";
import { healthNumberCheckDigit, healthNumberProblem } from "../../src/core/schema/qc-health-number";

it("knows the published example and its neighbour", () => {
  expect(healthNumberProblem("TREM04121925")).toBeNull();
  expect(healthNumberProblem("TREM04121935")).toBe("check-digit");
});

it.each(["19", "20"] as const)("takes what its own check digit ends, for births in %s..", (century) => {
  for (const body of ["ROYA6804121", "SILV9262309", "OKAF010131A", "ZZZZ9951311"])
    expect([body, healthNumberProblem(`${body}${healthNumberCheckDigit(body, century)}`)]).toEqual([
      body,
      null,
    ]);
});

it("takes at most two of the ten digits, one for each century", () => {
  const digits = Array.from({ length: 10 }, (_, digit) => healthNumberProblem(`ROYA6804121${digit}`));
  expect(digits.filter((problem) => problem === null).length).toBeLessThanOrEqual(2);
});

it("takes 29 February of a year that is a leap year in either century", () => {
  expect(healthNumberProblem(`ROYA0002291${healthNumberCheckDigit("ROYA0002291", "20")}`)).toBeNull();
});

it.each([
  "TREM04023025",
  "TREM04043115",
  "TREM04630125",
  "TREM04500125",
  "TREM04130125",
  "TREM03022925",
  "trem04121925",
])("%s has a day that no calendar has, or another form", (text) => {
  expect(healthNumberProblem(text)).toBe("format");
});
