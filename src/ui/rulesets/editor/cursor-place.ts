import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { isExpressionPath } from "./expression-place";

type Path = (string | number)[];

/** What a cursor in a YAML or JSON text writes: a key of a map, or a value, or what may still become either. */
export interface CursorPlace {
  /** Where the word under the cursor begins. */
  from: number;
  /** Keys and indexes from the root to the map, or to the value. */
  path: Path;
  kind: "key" | "value" | "either";
  /** The keys that the map has besides. */
  others: string[];
  /** True when the word is a part of a longer text, as in an expression. */
  isPart: boolean;
}

const marker = "cUrSoRhErE";
const word = /[\p{L}\p{N}_$-]*$/u;
const expressionWord = /[A-Za-z0-9_]*$/;

/**
 * Finds what the cursor writes by putting a marker in its place and reading the text: the reader forgives what is not
 * finished. Null where nothing can be completed, as in a comment.
 */
export function cursorPlace(text: string, position: number): CursorPlace | null {
  const place = readAround(text, position, word);
  return place && place.kind !== "key" && isExpressionPath(place.path)
    ? readAround(text, position, expressionWord)
    : place;
}

function readAround(text: string, position: number, ending: RegExp): CursorPlace | null {
  const before = text.slice(0, position);
  const from = position - (ending.exec(before)?.[0].length ?? 0);
  const after = text.slice(position).replace(/^[\p{L}\p{N}_$-]+/u, "");
  const parsed = parseDocument(`${text.slice(0, from)}${marker}${after}`, { logLevel: "silent" });
  const found = find(parsed.contents, []);
  return found && { ...found, from };
}

function find(node: unknown, path: Path): Omit<CursorPlace, "from"> | null {
  if (isScalar(node)) {
    const value = String(node.value);
    if (!value.includes(marker)) return null;
    const isPart = value !== marker;
    const isQuoted = node.type === "QUOTE_DOUBLE" || node.type === "QUOTE_SINGLE";
    return { path, kind: isPart || isQuoted ? "value" : "either", others: [], isPart };
  }
  if (isSeq(node)) {
    for (const [at, item] of node.items.entries()) {
      const found = find(item, [...path, at]);
      if (found) return found;
    }
    return null;
  }
  if (!isMap(node)) return null;
  const keys = node.items.map(({ key }) => (isScalar(key) ? String(key.value) : ""));
  for (const [at, { value }] of node.items.entries()) {
    const key = keys[at] ?? "";
    if (key.includes(marker)) {
      if (key !== marker) return null;
      return { path, kind: "key", others: keys.filter((other) => other !== key), isPart: false };
    }
    const found = find(value, [...path, key]);
    if (found) return found;
  }
  return null;
}
