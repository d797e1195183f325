import { type Document, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from "yaml";
import type { RulesetProblem } from "./ruleset";

/** Lines and columns count from 1; the end is exclusive. */
export interface TextRange {
  line: number;
  column: number;
  endLine: number;
  endColumn: number;
}

/** Where a problem's path stands in the text: the value, the key of an unknown one, or the nearest part that is there. */
export function placeOf(
  parsed: Document,
  lines: LineCounter,
  { path, message }: RulesetProblem,
  isUnknownKey: boolean,
): TextRange {
  let at: unknown = parsed.contents;
  let key: unknown = null;
  let rest = path;
  while (rest !== "") {
    const step = stepInto(at, rest);
    if (!step) return rangeOf(key ?? firstKey(at) ?? at, lines);
    ({ key, value: at, rest } = step);
  }
  const isWhole = isUnknownKey || isMap(at) || isSeq(at);
  return rangeOf(isWhole ? (key ?? firstKey(at) ?? at) : at, lines, offsetIn(at, message));
}

interface Step {
  key: unknown;
  value: unknown;
  rest: string;
}

/** One step along a path of which a key may itself hold dots. */
function stepInto(at: unknown, path: string): Step | null {
  if (isSeq(at)) {
    const [index = ""] = path.split(".", 1);
    const value = at.items[Number(index)];
    return value === undefined ? null : { key: firstKey(value), value, rest: path.slice(index.length + 1) };
  }
  if (!isMap(at)) return null;
  const names = at.items.map((pair) => ({ pair, name: nameOf(pair) }));
  const fits = names.filter(({ name }) => path === name || path.startsWith(`${name}.`));
  const found = fits.sort((a, b) => b.name.length - a.name.length)[0];
  if (!found) return null;
  return { key: found.pair.key, value: found.pair.value, rest: path.slice(found.name.length + 1) };
}

function nameOf({ key }: Pair): string {
  return isScalar(key) ? String(key.value) : "";
}

function firstKey(at: unknown): unknown {
  return isMap(at) ? (at.items[0]?.key ?? null) : null;
}

/** An expression's problem says at which character; that is a place only where the text shows the expression as it is. */
function offsetIn(at: unknown, message: string): number {
  const character = / at character (\d+) of "/.exec(message)?.[1];
  if (character === undefined || !isScalar(at) || typeof at.value !== "string") return 0;
  if (at.value.includes("\n") || at.source !== at.value) return 0;
  const quote = at.type === "QUOTE_DOUBLE" || at.type === "QUOTE_SINGLE" ? 1 : 0;
  return Math.min(at.value.length - 1, Number(character) - 1) + quote;
}

function rangeOf(node: unknown, lines: LineCounter, offset = 0): TextRange {
  const [from, to] = (isNode(node) ? (node as Node).range : null) ?? [0, 0];
  const start = lines.linePos(from + offset);
  const end = lines.linePos(to);
  return { line: start.line || 1, column: start.col || 1, endLine: end.line || 1, endColumn: end.col || 1 };
}
