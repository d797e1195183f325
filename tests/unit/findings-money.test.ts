import { describe, expect, it } from "vitest";
import { formatMoney } from "@/core/findings/format-money";
import { renderFinding } from "@/core/findings/render-finding";
import { moneyNames } from "@/core/findings/rule-message";

/** Spaces that do not break are told apart by no reader. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

const texts = {
  "@message": [
    "{Doctor} got {total:money} of {impact} in {rows} rows.",
    "{Doctor} a reçu {total:money} sur {impact} dans {rows} lignes.",
  ],
};

describe("money", () => {
  it("is written as the reader writes it, with the short sign of the currency", () => {
    expect(formatMoney(1306.2, "CAD", "en")).toBe("$1,306.20");
    expect(plain(formatMoney(1306.2, "CAD", "fr"))).toBe("1 306,20 $");
    expect(formatMoney(-0.5, "EUR", "en")).toBe("-€0.50");
  });

  it("without a currency, or with what is none, is a number with two decimals", () => {
    expect(formatMoney(1306.2, null, "en")).toBe("1,306.20");
    expect(plain(formatMoney(7, "dollars", "fr"))).toBe("7,00");
  });
});

describe("a rule's sentences", () => {
  const params = { ...texts, "@currency": "CAD", Doctor: "Dr A", total: 64.8, rows: 1234 };

  it("tell a named number and the finding's impact as money of the ruleset's currency", () => {
    const finding = { code: "fee", field: null, params, impact: 1306.2 };
    expect(renderFinding(finding, "en").message).toBe("Dr A got $64.80 of $1,306.20 in 1,234 rows.");
    expect(plain(renderFinding(finding, "fr").message)).toBe(
      "Dr A a reçu 64,80 $ sur 1 306,20 $ dans 1 234 lignes.",
    );
  });

  it("leave a dash where the money is not known, and a text as it is", () => {
    const finding = { code: "fee", field: null, params: { ...params, total: "60,00", rows: 2 } };
    expect(renderFinding(finding, "en").message).toBe("Dr A got 60,00 of – in 2 rows.");
  });

  it("take a field whose own name ends in :money for that field", () => {
    const odd = { "@message": ["{a:money}", "{a:money}"], "a:money": "x", a: 5 };
    expect(renderFinding({ code: "fee", field: null, params: odd }, "en").message).toBe("x");
  });

  it("say which numbers are money", () => {
    expect([...moneyNames(params)]).toEqual(["total"]);
  });
});
