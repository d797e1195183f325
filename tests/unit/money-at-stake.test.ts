import { expect, it } from "vitest";
import { moneyLine } from "../../cli/money-line";
import { moneyAtStake } from "../../src/core/findings/money-at-stake";

const totals = [
  { severity: "error", impact: 0.1 },
  { severity: "error", impact: 0.2 },
  { severity: "warning", impact: 1305.9 },
  { severity: "warning", impact: null },
  { severity: "info", impact: 64.8 },
  { severity: "info" },
] as const;

it("money is summed to the cent, what was missed apart from what is at stake", () => {
  expect(moneyAtStake(totals)).toEqual({ atStake: 1306.2, missed: 64.8 });
});

it("no money is not the same as none at stake", () => {
  expect(moneyAtStake([{ severity: "error", impact: 0 }])).toEqual({ atStake: 0, missed: null });
  expect(moneyAtStake([])).toEqual({ atStake: null, missed: null });
});

it("the terminal tells it in the reader's language, and says nothing where there is none", () => {
  expect(moneyLine(totals, "CAD", "en")).toBe("At stake: $1,306.20. Could still be billed: $64.80.");
  expect(moneyLine(totals, "CAD", "fr")?.replaceAll(/[\u00a0\u202f]/g, " ")).toBe(
    "En jeu : 1 306,20 $. Encore à facturer : 64,80 $.",
  );
  expect(moneyLine([{ severity: "error", impact: null }], "CAD", "en")).toBeNull();
});
