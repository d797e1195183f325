import { expect, test } from "vitest";
import { findingCodes } from "@/core/findings/codes";
import { renderFinding } from "@/core/findings/render-finding";

const params = {
  value: "32.4",
  suggestion: "32,4",
  expected: "number",
  found: 3,
  limit: 10,
  length: 12,
  line: 3,
  byte: 1234,
  count: 2,
  label: "Code",
  firstColumn: 1,
  key: "7",
  firstRow: 2,
  format: "email",
  pattern: "[0-9]+",
  allowed: ["en", "fr"],
  keyword: "type",
  at: "/price",
  bytes: 5000,
  delimiter: ";",
  encoding: "utf-8",
  rule: "late-claim",
  reason: "division by zero",
};

test.each(Object.keys(findingCodes))(
  "%s is told in English and in French, with nothing left open",
  (code) => {
    for (const locale of ["en", "fr"] as const) {
      const { title, message, remedy } = renderFinding({ code, params, field: "Code" }, locale);
      for (const text of [title, message, remedy]) {
        expect(text).not.toBe("");
        expect(text).not.toMatch(/undefined|null|NaN|\$\{|“”|« {2}»/);
      }
    }
    const [en, fr] = (["en", "fr"] as const).map((locale) =>
      renderFinding({ code, params, field: null }, locale),
    );
    expect(en?.message).not.toBe(fr?.message);
  },
);

test("numbers and quotation marks are the reader's own", () => {
  const finding = { code: "min-length", params: { value: "a", length: 1234, limit: 5678 }, field: null };
  expect(renderFinding(finding, "en").message).toContain("1,234");
  expect(renderFinding(finding, "fr").message).toMatch(/1\s234/);
});

test("a rule of a ruleset is told by its own id", () => {
  expect(renderFinding({ code: "my-rule", params: {}, field: null }, "fr").title).toBe("my-rule");
});
