import { RE2JS } from "re2js";
import { translatePattern } from "./translate-pattern";

/** States that an expression may have: a cell costs at most so many steps for each of its characters. */
const mostStates = 5000;

export interface LinearPattern {
  /** Whole text. */
  matches(text: string): boolean;
  /** Anywhere in the text. */
  finds(text: string): boolean;
}

/** Compiles an expression for an engine that runs in linear time whatever the text; null when it has what that cannot do. */
export function compileLinear(source: string): LinearPattern | null {
  const translated = translatePattern(source);
  if (translated === null) return null;
  try {
    const compiled = RE2JS.compile(translated);
    if (compiled.programSize() > mostStates) return null;
    return { matches: (text) => compiled.testExact(text), finds: (text) => compiled.test(text) };
  } catch {
    return null;
  }
}
