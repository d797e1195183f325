import { isJsonObject } from "./parse-json-cell";

/** Parts that a schema may have once its references are written out: a part of a cell is held against each at most once. */
const mostParts = 100_000;

class TooMuch extends Error {}

/**
 * Says why judging a cell by a JSON Schema could take for ever; null when its time is bounded by the cell's length. Where
 * a schema refers to itself, alternatives can double at each level of the cell.
 */
export function jsonSchemaCost(schema: Record<string, unknown>): string | null {
  const known = new Map<unknown, number>();
  const open = new Set<unknown>();

  function parts(node: unknown): number {
    if (typeof node !== "object" || node === null) return 1;
    const counted = known.get(node);
    if (counted !== undefined) return counted;
    if (open.has(node)) throw new TooMuch("refers to itself");
    open.add(node);
    let count = 1;
    for (const value of Object.values(node)) count += parts(value);
    if (isJsonObject(node)) {
      if (node.$recursiveRef !== undefined || node.$dynamicRef !== undefined)
        throw new TooMuch("refers to itself");
      if (typeof node.$ref === "string") count += parts(target(node.$ref));
    }
    open.delete(node);
    known.set(node, count);
    if (count > mostParts) throw new TooMuch(`has more than ${mostParts} parts`);
    return count;
  }

  function target(reference: string): unknown {
    if (reference !== "#" && !reference.startsWith("#/"))
      throw new TooMuch(`refers to ${reference}, and only references such as #/definitions/x are known`);
    let node: unknown = schema;
    for (const step of reference.split("/").slice(1)) {
      const key = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
      node = typeof node === "object" && node !== null ? Reflect.get(node, key) : undefined;
    }
    return node;
  }

  try {
    parts(schema);
    return null;
  } catch (error) {
    if (error instanceof TooMuch) return error.message;
    if (error instanceof RangeError) return "is nested too deep";
    if (error instanceof URIError) return "has a reference that cannot be read";
    throw error;
  }
}
