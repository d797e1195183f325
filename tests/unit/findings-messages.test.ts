import { describe, expect, it } from "vitest";
import { findingCodes } from "../../src/core/findings/codes";
import type { Params } from "../../src/core/findings/finding";
import { codeTitle, renderFinding } from "../../src/core/findings/render-finding";
import { stringFormats } from "../../src/core/schema/string-format";

const place = { line: 1234, byte: 98765 };
const codes = Object.keys(findingCodes);
/** For each code the params that its checks give, in each of their forms. */
const samples: Record<string, Params[]> = {
  "encoding-error": [
    { encoding: "utf-8", count: 1, ...place },
    { encoding: "utf-8", count: 2500, ...place },
  ],
  "binary-file": ["png", "jpeg", "zip", "gzip", "pdf", "xls", "xlsx", "nul"].map((format) => ({
    format,
    ...place,
  })),
  "file-too-large": [{ bytes: 2_500_000_000, limit: 2_000_000_000 }],
  "empty-file": [{ reason: "no-text", bytes: 0 }, { reason: "no-rows" }],
  "dialect-uncertain": [
    { delimiter: "\t", reason: ";" },
    { delimiter: ",", reason: "no-delimiter" },
  ],
  "title-lines": [{ count: 1 }, { count: 3 }],
  "mixed-line-endings": [{ crlf: 2, lf: 3, cr: 0 }],
  "truncated-file": [
    { line: 3, reason: "open-quote" },
    { line: 3, reason: "too-long" },
  ],
  "missing-label": [{ expected: "Début" }],
  "extra-label": [{ label: "Notes" }, { label: "Debbut", suggestion: "Début" }],
  "blank-label": [{}],
  "duplicate-label": [{ label: "id", firstColumn: 2 }],
  "incorrect-label": [
    ...[["alias"], ["accent", "case"], ["space"], ["sign"]].map((how) => ({
      label: "debut",
      expected: "Début",
      how,
    })),
    { label: "debut", expected: "Début" },
  ],
  "damaged-label": [{ label: "x\uFFFDy" }, { label: "D\uFFFDbut", expected: "Début" }],
  "out-of-order": [{}],
  "blank-row": [{}],
  "missing-cell": [
    { expected: 3, found: 1, everyRow: false },
    { expected: 23, found: 22, everyRow: true, rows: 1000 },
  ],
  "extra-cell": [
    { expected: 3, found: 4, everyRow: false },
    { expected: 22, found: 23, everyRow: true, rows: 1000 },
  ],
  "bad-quote": [
    { line: 3, reason: "bad-quote" },
    { line: 3, reason: "unclosed-quote" },
  ],
  "duplicate-row": [{ firstRow: 1200 }],
  required: [{}, { value: "n/a" }],
  "type-error": [
    ...["integer", "number", "year", "yearmonth", "duration", "object", "array", "geojson", "topojson"].map(
      (expected) => ({ expected, value: "x" }),
    ),
    ...["default", "array", "object"].map((geoFormat) => ({ expected: "geopoint", geoFormat, value: "x" })),
    { expected: "list", itemType: "integer", delimiter: ",", item: "x", value: "1,x" },
    { expected: "boolean", allowed: ["oui", "non"], value: "Oui", suggestion: "oui" },
    { expected: "number", decimalChar: ",", value: "32.4", suggestion: "32,4" },
    { expected: "date", format: "%d/%m/%Y", value: "x" },
    { expected: "time", format: "%H:%M:%S", value: "x" },
    { expected: "datetime", format: "%Y-%m-%dT%H:%M:%S", value: "x" },
  ],
  "format-error": stringFormats.slice(1).map((format) => ({
    format,
    value: "x",
  })),
  pattern: [
    { pattern: "\\d+", value: "x" },
    { pattern: ".*a.*", value: "x", longest: 4472, length: 5000 },
  ],
  enum: [
    { allowed: ["a", "b"], isWhole: true, value: "c" },
    { allowed: ["a"], isWhole: false, value: "c", suggestion: "a" },
  ],
  minimum: [
    { limit: 1.5, value: "1" },
    { limit: "1900", value: "1899" },
    { limit: 0, isExclusive: true, value: "0" },
  ],
  maximum: [
    { limit: 1234.5, value: "2000" },
    { limit: 5, isExclusive: true, value: "5" },
  ],
  "min-length": [
    { limit: 2, length: 1, value: "x" },
    { limit: 2, length: 1, items: true, value: "[1]" },
  ],
  "max-length": [{ limit: 1, length: 2, value: "xx" }],
  "check-digit": ["qc-health-number", "luhn", "iban", "ean", "siren", "siret"].map((format) => ({
    format,
    value: "TREM04121935",
  })),
  "json-schema": [
    { at: "/items/0/price", keyword: "type", value: "x" },
    { at: "", keyword: "required", value: "x" },
  ],
  "out-of-locale": [
    { expected: "number", decimalChar: ",", value: "1,234.56", suggestion: "1234,56" },
    { expected: "number", decimalChar: ",", value: "1.234", readings: ["1234", "1,234"] },
    { expected: "integer", value: "1,234,567", suggestion: "1234567" },
    { expected: "date", format: "%d/%m/%Y", value: "12/31/2026", suggestion: "31/12/2026" },
  ],
  "formula-injection": [{ value: "=1+1" }],
  "rule-error": [{ rule: "late-claim", reason: "division by zero" }],
  "primary-key": [
    { key: "12", firstRow: 1200 },
    { key: null, firstRow: null },
  ],
  unique: [{ key: "a@b.ca", firstRow: 12 }],
  "foreign-key": [{ key: "X1", resource: "codes" }, { key: "X1" }],
};

describe.each(["en", "fr"] as const)("in %s", (locale) => {
  it.each(codes)("%s is told in whole sentences, with no placeholder left", (code) => {
    const all = samples[code] ?? [];
    expect(all.length).toBeGreaterThan(0);
    for (const params of all) {
      const { title, message, remedy } = renderFinding({ code, params, field: "x" }, locale);
      expect(title).toBe(codeTitle(code, locale));
      for (const text of [title, message, remedy]) {
        expect(text.length).toBeGreaterThan(3);
        expect(text).not.toMatch(/[{}$]|undefined|null|NaN|\[object|%[YmdHMS]| {2}|“”|«\u00a0\u00a0»/);
      }
      expect(message).toMatch(/\.$/);
      expect(remedy).toMatch(/\.$/);
    }
  });
});

it("the two languages differ for every code", () => {
  for (const code of codes) {
    const [params = {}] = samples[code] ?? [];
    const [en, fr] = (["en", "fr"] as const).map((locale) =>
      renderFinding({ code, params, field: null }, locale),
    );
    expect(fr?.title).not.toBe(en?.title);
    expect(fr?.message).not.toBe(en?.message);
    expect(fr?.remedy).not.toBe(en?.remedy);
  }
});

const tell = (code: string, params: Params, locale: "en" | "fr") =>
  renderFinding({ code, params, field: null }, locale);

it("writes numbers, plurals and dates as the reader does", () => {
  expect(tell("maximum", { limit: 1234.5, value: "2000" }, "en").message).toBe(
    "“2000” is more than 1,234.5.",
  );
  expect(tell("maximum", { limit: 1234.5, value: "2000" }, "fr").message).toBe(
    "«\u00a02000\u00a0» est supérieur à 1\u00a0234,5.",
  );
  expect(tell("missing-cell", { expected: 3, found: 1 }, "en").message).toBe(
    "The row has 1 cell instead of 3.",
  );
  expect(tell("missing-cell", { expected: 3, found: 0 }, "fr").message).toBe(
    "La ligne a 0 cellule au lieu de 3.",
  );
  const date = { expected: "date", format: "%d/%m/%Y", value: "x" };
  expect(tell("type-error", date, "en").message).toContain("DD/MM/YYYY");
  expect(tell("type-error", date, "fr").message).toContain("JJ/MM/AAAA");
});

it("shows white space that would not be seen", () => {
  const { remedy, message } = tell("type-error", { expected: "integer", value: " 5", suggestion: "5" }, "en");
  expect(message).toBe("“␣5” is not a whole number.");
  expect(remedy).toBe("Type “5” instead.");
});

it("a code of a ruleset's rule is its own title", () => {
  expect(codeTitle("late-claim", "fr")).toBe("late-claim");
});

it("says how a label differs, what a cell could mean, and how large a file is", () => {
  const label = { label: "debut", expected: "Début", how: ["accent", "case"] };
  expect(tell("incorrect-label", label, "en").message).toBe(
    "The column “debut” was taken for “Début”; only accents and letter case differ.",
  );
  const alias = { label: "Règle", expected: "Rôle", how: ["alias"] };
  expect(tell("incorrect-label", alias, "fr").message).toBe(
    "La colonne «\u00a0Règle\u00a0» a été prise pour «\u00a0Rôle\u00a0», dont c’est un autre nom.",
  );
  const readings = { expected: "number", decimalChar: ",", value: "1.234", readings: ["1234", "1,234"] };
  expect(tell("out-of-locale", readings, "fr").message).toContain(
    "Cela peut vouloir dire «\u00a01234\u00a0» ou «\u00a01,234\u00a0».",
  );
  const size = { bytes: 2_500_000_000, limit: 500 };
  expect(tell("file-too-large", size, "en").message).toBe(
    "The file has 2.5 GB; at most 500 bytes are accepted.",
  );
  expect(tell("file-too-large", size, "fr").message).toMatch(/2,5\sGo; .* 500\soctets/);
});
