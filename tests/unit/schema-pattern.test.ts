import { expect, it } from "vitest";
import { compilePattern, patternProblem } from "../../src/core/schema/pattern";

const explosive = [
  "(a+)+",
  "(a*)*b",
  "(a|a)*",
  "(?:a|ab)+c",
  "([a-z]+\\d?)*",
  "(a?){500}b",
  `${"(a|a)".repeat(30)}`,
  "a?".repeat(30),
  ".*.*.*.*.*x",
  "(.*x){8}",
];

it.each(explosive)(
  "%s, which could make an engine backtrack for ever, costs a long cell little",
  (pattern) => {
    expect(patternProblem(pattern)).toBeNull();
    const { matches, longest } = compilePattern(pattern);
    expect(longest).toBe(Number.POSITIVE_INFINITY);
    const started = performance.now();
    for (const cell of ["a".repeat(30), `${"a".repeat(100_000)}!`]) matches(cell);
    expect(performance.now() - started).toBeLessThan(2000);
  },
);

it.each(["(a+)+\\1", "(\\w)\\1", "(?<n>a)\\k<n>", "(?=(a+)+b)a", "a{0,100000}"])(
  "refuses %s, which no engine runs in linear time",
  (pattern) => {
    expect(patternProblem(pattern)).toMatch(/^could run for too long/);
  },
);

it.each(["\\i\\c*", "[a-z-[aeiou]]"])(
  "refuses %s, which JavaScript would take for something else",
  (pattern) => {
    expect(patternProblem(pattern)).toMatch(/not supported$/);
  },
);

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

it.each(["(?!b).*.*x", "(?!b)[a-b]*a*[ab]*a*x", "(?=a)a?a?a?a?a?a?a?a?a?a?aaaaaaaaaax"])(
  "the longest cell that %s may be tried on costs well under a second",
  (pattern) => {
    const { matches, longest } = compilePattern(pattern);
    const started = performance.now();
    expect(matches("a".repeat(longest))).toBe(false);
    expect(performance.now() - started).toBeLessThan(1000);
  },
);

it("has a limit only where one engine alone can run the expression", () => {
  expect(compilePattern("a+").longest).toBe(Number.POSITIVE_INFINITY);
  expect(compilePattern("(?!b)a+").longest).toBe(10_000);
});
