import { compileLinear } from "./linear-pattern";
import { costOfPattern, type PatternCost } from "./pattern-cost";

const longestCell = 10_000;
/** Steps that one cell may cost in JavaScript's engine when no other can run the expression: some tens of milliseconds. */
const mostSteps = 10_000_000;
/** Steps up to which JavaScript's engine is the faster one. */
const fewSteps = 20_000;

export interface Pattern {
  matches(text: string): boolean;
  /** Characters of the longest text that may be tried. */
  longest: number;
}

/** Says why an expression cannot be a `pattern`: it does not compile, or could run for too long. Null when it can. */
export function patternProblem(source: string): string | null {
  const strange = foreignSyntax(source);
  if (strange !== null) return strange;
  if (compile(source) === null) return "is not a regular expression";
  const cost = costOfPattern(source);
  if (!("problem" in cost) || compileLinear(source) !== null) return null;
  return `could run for too long: it ${cost.problem}`;
}

/**
 * A test of whole texts in bounded time: JavaScript's engine where the expression cannot make it backtrack much, else one
 * that is linear, and for what only the first can do a limit on the text's length.
 */
export function compilePattern(source: string): Pattern {
  const expression = compile(source);
  const cost = costOfPattern(source);
  const linear = compileLinear(source);
  const bounded = "problem" in cost ? null : cost;
  if (expression !== null && bounded !== null) {
    if (linear === null)
      return { matches: (text) => expression.test(text), longest: longestFor(bounded, mostSteps) };
    const fast = longestFor(bounded, fewSteps);
    const matches = (text: string) => (text.length <= fast ? expression.test(text) : linear.matches(text));
    return { matches, longest: Number.POSITIVE_INFINITY };
  }
  return { matches: linear?.matches ?? (() => false), longest: Number.POSITIVE_INFINITY };
}

/** Choosing where `degree` open repetitions end in n characters has about n^degree / degree! ways. */
function longestFor({ ways, degree }: PatternCost, steps: number): number {
  if (degree < 2) return Math.min(longestCell, Math.max(30, Math.floor(steps / ways)));
  let factorial = 1;
  for (let i = 2; i <= degree; i++) factorial *= i;
  return Math.min(longestCell, Math.max(30, Math.floor(((steps * factorial) / ways) ** (1 / degree))));
}

/** Syntax of XML Schema that JavaScript reads as something else without a word. */
function foreignSyntax(source: string): string | null {
  if (/(?:^|[^\\])(?:\\\\)*\\[iIcC](?![A-Za-z])/.test(source))
    return "has \\i or \\c, which is not supported";
  return /\[[^\]\\]*-\[/.test(source) ? "subtracts one class from another, which is not supported" : null;
}

function compile(source: string): RegExp | null {
  for (const flags of ["u", ""]) {
    try {
      return new RegExp(`^(?:${source})$`, flags);
    } catch {
      // Patterns of other tools escape more than the u flag allows: the loose syntax is tried next.
    }
  }
  return null;
}
