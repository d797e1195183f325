import { costOfPattern } from "./pattern-cost";

const longestCell = 10_000;
/** Steps that one cell may cost at worst: some tens of milliseconds. */
const mostSteps = 10_000_000;

/** Says why an expression cannot be a `pattern`: it does not compile, or could run for too long. Null when it can. */
export function patternProblem(source: string): string | null {
  if (compile(source) === null) return "is not a regular expression";
  const cost = costOfPattern(source);
  return "problem" in cost ? `could run for too long: it ${cost.problem}` : null;
}

/** A test of whole texts up to `longest` characters, which is what bounds the time of the worst cell. */
export function compilePattern(source: string): { matches(text: string): boolean; longest: number } {
  const expression = compile(source);
  const cost = costOfPattern(source);
  if (expression === null || "problem" in cost) return { matches: () => false, longest: longestCell };
  return { matches: (text) => expression.test(text), longest: longestFor(cost.ways, cost.degree) };
}

/** Choosing where `degree` open repetitions end in n characters has about n^degree / degree! ways. */
function longestFor(ways: number, degree: number): number {
  if (degree < 2) return Math.min(longestCell, Math.max(100, Math.floor(mostSteps / ways)));
  let factorial = 1;
  for (let i = 2; i <= degree; i++) factorial *= i;
  return Math.min(longestCell, Math.max(30, Math.floor(((mostSteps * factorial) / ways) ** (1 / degree))));
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
