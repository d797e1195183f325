import fc from "fast-check";
import { expect, it } from "vitest";
import { compileLinear } from "../../src/core/schema/linear-pattern";
import { compilePattern, patternProblem } from "../../src/core/schema/pattern";
import { costOfPattern } from "../../src/core/schema/pattern-cost";

const atom = fc.constantFrom(
  "a",
  "b",
  "-",
  ".",
  "\\d",
  "\\w",
  "\\s",
  "\\S",
  "\\D",
  "\\W",
  "[ab]",
  "[^a]",
  "[a-c\\s]",
  "[\\w.-]",
  "[[]",
  "\\.",
  "\\u00e9",
  "\\x41",
  "\\p{L}",
  "\\P{L}",
  "^",
  "$",
  "\\b",
  "é",
  "\\t",
  "\\0",
);
const quantifier = fc.constantFrom("", "", "*", "+", "?", "{2}", "{1,3}", "{2,}", "*?");
const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
  part: fc.oneof(
    { maxDepth: 4 },
    fc.tuple(atom, quantifier).map(([a, q]) => (/^(?:\^|\$|\\b)$/.test(a) ? a : a + q)),
    fc.tuple(tie("pattern"), quantifier).map(([inner, q]) => `(?:${inner})${q}`),
  ),
  pattern: fc.oneof(
    { maxDepth: 4 },
    fc.array(tie("part"), { minLength: 1, maxLength: 4 }).map((parts) => parts.join("")),
    fc.tuple(tie("part"), tie("part")).map(([a, b]) => `${a}|${b}`),
  ),
}));
const cell = fc.string({ unit: fc.constantFrom(..."aabbcé-. 1A\t\n\r\u2028\u00a0\u0000[😀"), maxLength: 12 });

it("both engines have one answer to every expression and text", () => {
  fc.assert(
    fc.property(pattern, cell, (source, text) => {
      const linear = compileLinear(source);
      const cost = costOfPattern(source);
      fc.pre(linear !== null && !("problem" in cost) && cost.ways < 2000);
      const native = new RegExp(`^(?:${source})$`, "u").test(text);
      expect([source, text, linear?.matches(text)]).toEqual([source, text, native]);
    }),
    { numRuns: 1000 },
  );
}, 60_000);

it("no expression that is taken costs a long text much, whatever it repeats", () => {
  const hostile = fc.constantFrom(
    `${"a".repeat(3000)}!`,
    "ab".repeat(2000),
    `${" ".repeat(3000)}x`,
    "é".repeat(3000),
  );
  fc.assert(
    fc.property(pattern, hostile, (source, text) => {
      fc.pre(patternProblem(source) === null);
      const { matches, longest } = compilePattern(source);
      const before = process.cpuUsage();
      for (const length of [20, 140, 1000, text.length]) matches(text.slice(-Math.min(length, longest)));
      const { user } = process.cpuUsage(before);
      expect([source, user < 1_000_000]).toEqual([source, true]);
    }),
    { numRuns: 500 },
  );
}, 60_000);
