import type { TypeReader } from "./cell-fault";
import { canonicalJson, isJsonObject, makeJsonParser } from "./parse-json-cell";

/** Compiles the reading of cells that hold a JSON object or a JSON array. */
export function compileJson(type: "object" | "array"): TypeReader {
  const parse = makeJsonParser();
  const isOf = type === "array" ? Array.isArray : isJsonObject;
  return {
    read: (cell) => (isOf(parse(cell)) ? cell : null),
    explain: () => ({ code: "type-error", params: { expected: type } }),
    size(cell) {
      const value = parse(cell);
      return Array.isArray(value) ? value.length : isJsonObject(value) ? Object.keys(value).length : 0;
    },
    identity: (cell) => canonicalJson(parse(cell)),
    parse,
  };
}
