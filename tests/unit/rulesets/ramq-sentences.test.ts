import { expect, test } from "vitest";
import { renderFinding } from "../../../src/core/findings/render-finding";
import { doubleFee, fee, registered, session, times, validateClaims } from "./claims-under-test";

const told = async (claims: Parameters<typeof validateClaims>[0]) => {
  const [first] = (await validateClaims(claims)).kept;
  if (!first) throw new Error("no finding");
  return [renderFinding(first.finding, "en").message, renderFinding(first.finding, "fr").message];
};

test("an overlap names both times", async () => {
  expect(await told([session("08:00", "09:00"), session("08:30", "09:30")])).toEqual([
    "The intervention from 08:30 to 09:30 on 2026-11-10 starts before an earlier one of Dr A | 100001 ends at 09:00.",
    "L'intervention de 08:30 à 09:30 le 2026-11-10 commence avant qu'une précédente de Dr A | 100001 finisse à 09:00.",
  ]);
});

test("the cap names the minutes", async () => {
  const [en, fr] = await told([session("08:00", "11:01")]);
  expect(en).toContain("has 181 minutes of clinical intervention on 2026-11-10; at most 180");
  expect(fr).toContain("a 181 minutes d'intervention clinique le 2026-11-10; au plus 180");
});

test("an annual code names the year as a year", async () => {
  const annual = { code: "98101", person: 1, day: "2026-11-02" };
  const [en, fr] = await told([annual, annual]);
  expect(en).toContain("2 paid annual codes in 2026;");
  expect(fr).toContain("2 codes annuels payés en 2026;");
});

test("a day's fees are told as money", async () => {
  const [en, fr] = await told([fee, doubleFee, ...times(12, registered)]);
  expect(en).toContain("billed $97.20 of office fees");
  expect(fr).toMatch(/a facturé 97,20\s\$ de frais de cabinet/);
});
