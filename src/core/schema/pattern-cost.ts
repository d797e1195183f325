/** How many ways a backtracking engine may have to try: `ways` times the cell's length to the power of `degree`. */
export interface PatternCost {
  ways: number;
  degree: number;
}

const mostWays = 100_000;
const mostDegree = 4;
const mostRepeats = 1000;

const quantifier = /^(?:[*+?]|\{(\d+)(,(\d*))?\})\??/;
const groupHead = /^\((?:\?(?:[:=!]|<[=!]|<[A-Za-z_]\w*>))?/;

class PatternError extends Error {}

/** Weighs an expression that JavaScript compiles, or says why it could run for too long. */
export function costOfPattern(source: string): PatternCost | { problem: string } {
  let at = 0;

  function choice(): PatternCost {
    let total = sequence();
    while (source[at] === "|") {
      at++;
      const branch = sequence();
      total = { ways: total.ways + branch.ways, degree: Math.max(total.degree, branch.degree) };
    }
    return total;
  }

  function sequence(): PatternCost {
    let total: PatternCost = { ways: 1, degree: 0 };
    while (at < source.length && source[at] !== "|" && source[at] !== ")") {
      const part = repeated(atom());
      total = { ways: total.ways * part.ways, degree: total.degree + part.degree };
    }
    return total;
  }

  function atom(): PatternCost {
    const char = source[at];
    if (char === "(") {
      at += groupHead.exec(source.slice(at))?.[0].length ?? 1;
      const inner = choice();
      at++;
      return inner;
    }
    if (char === "\\") {
      if (/[1-9k]/.test(source[at + 1] ?? "")) throw new PatternError("has a back-reference");
      at += 2;
      if (/[pPu]/.test(source[at - 1] ?? "") && source[at] === "{") at = source.indexOf("}", at) + 1;
    } else if (char === "[") skipClass();
    else at++;
    return { ways: 1, degree: 0 };
  }

  function skipClass(): void {
    at++;
    while (at < source.length && source[at] !== "]") at += source[at] === "\\" ? 2 : 1;
    at++;
  }

  function repeated({ ways, degree }: PatternCost): PatternCost {
    const found = quantifier.exec(source.slice(at));
    if (!found) return { ways, degree };
    at += found[0].length;
    const [text, from, range, to] = found;
    if (text.startsWith("?")) return { ways: ways + 1, degree };
    const isOpen = from === undefined || (range !== undefined && to === "");
    const least = Number(from ?? 0);
    const most = isOpen ? least + 1 : Number(to ?? from);
    if (most > mostRepeats) throw new PatternError(`repeats more than ${mostRepeats} times`);
    if (isOpen && (ways > 1 || degree > 0))
      throw new PatternError("repeats a group without limit that itself repeats or chooses");
    if (isOpen) return { ways, degree: degree + 1 };
    return { ways: ways ** most * Math.max(1, most - least + 1), degree: degree * most };
  }

  try {
    const cost = choice();
    if (cost.degree > mostDegree)
      return { problem: `repeats without limit in more than ${mostDegree} places` };
    return cost.ways > mostWays ? { problem: "leaves too many ways to match" } : cost;
  } catch (error) {
    if (error instanceof PatternError) return { problem: error.message };
    throw error;
  }
}
