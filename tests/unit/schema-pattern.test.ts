import { expect, it } from "vitest";
import { compilePattern, patternProblem } from "../../src/core/schema/pattern";

it.each([
  "(a+)+",
  "(a*)*b",
  "(a|a)*",
  "(?:a|ab)+c",
  "([a-z]+\\d?)*",
  "(a?){500}b",
  "(\\w)\\1",
  "(?<n>a)\\k<n>",
  `${"(a|a)".repeat(30)}`,
  "a?".repeat(30),
  ".*.*.*.*.*x",
  "(.*x){8}",
  "(?=(a+)+b)a",
  "a{0,100000}",
])("refuses %s, which could run for ever", (pattern) => {
  expect(patternProblem(pattern)).toMatch(/^could run for too long/);
});

it.each(["(", "[", "a**", "\\"])("refuses %s, which is no expression", (pattern) => {
  expect(patternProblem(pattern)).toBe("is not a regular expression");
});

it.each([
  "[A-Z]{2}\\d+",
  "(\\d{1,3}\\.){3}\\d{1,3}",
  "[^@]+@[^@]+\\.[a-z]{2,4}",
  "\\d{3}\\-?\\d{4}",
  "(?:fr|en)(?:-[A-Z]{2})?",
  "\\p{L}+",
  "[(+*]+",
  "(?:ab)+",
  "\\(\\+\\)",
])("takes %s", (pattern) => {
  expect(patternProblem(pattern)).toBeNull();
});

it("matches whole texts only", () => {
  const { matches } = compilePattern("\\d{4}|x");
  expect(["1234", "x", "12345", "1234\n", "ax"].map(matches)).toEqual([true, true, false, false, false]);
});

it.each([".*.*x", ".*a.*a.*x", "[a-b]*a*[ab]*a*x", "a?a?a?a?a?a?a?a?a?a?aaaaaaaaaax"])(
  "the longest cell that %s may be tried on costs well under a second",
  (pattern) => {
    const { matches, longest } = compilePattern(pattern);
    const started = performance.now();
    expect(matches("a".repeat(longest))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  },
);

it("tries a simple pattern on cells of up to 10,000 characters", () => {
  expect(compilePattern("a+").longest).toBe(10_000);
  expect(compilePattern("[^@]+@[^@]+\\.[a-z]{2,4}").longest).toBeGreaterThan(1000);
});
