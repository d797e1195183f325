const longestCell = 10_000;

/**
 * True for an expression that JavaScript can match without exponential time: it compiles, has no back-reference and
 * repeats no group that itself repeats or chooses.
 */
export function isSafePattern(source: string): boolean {
  try {
    new RegExp(source, "u");
  } catch {
    return false;
  }
  const bare = source.replace(/\\[^1-9k]/g, "x").replace(/\[(?:\\.|[^\]])*\]/g, "x");
  if (/\\[1-9k]/.test(bare)) return false;
  const open: { varies: boolean }[] = [];
  for (let i = 0; i < bare.length; i++) {
    const char = bare[i];
    if (char === "(") open.push({ varies: false });
    else if (char === ")") {
      const group = open.pop();
      const repeats = /^(?:[*+]|\{\d*,?\d*\})/.test(bare.slice(i + 1));
      if (repeats && group?.varies) return false;
      const outer = open.at(-1);
      if (outer && (repeats || group?.varies)) outer.varies = true;
    } else if (
      char === "*" ||
      char === "+" ||
      char === "{" ||
      char === "|" ||
      (char === "?" && bare[i - 1] !== "(")
    ) {
      const group = open.at(-1);
      if (group) group.varies = true;
    }
  }
  return true;
}

/** A test that a whole text matches the expression; a text too long to be tried does not match. */
export function compilePattern(source: string): (text: string) => boolean {
  const expression = new RegExp(`^(?:${source})$`, "u");
  return (text) => text.length <= longestCell && expression.test(text);
}
