import type { TypeReader } from "./cell-fault";
import { isGeojson, isTopojson } from "./geojson-form";
import { canonicalJson, makeJsonParser } from "./parse-json-cell";

/** Compiles the reading of cells that hold GeoJSON or TopoJSON. */
export function compileGeojson(format: string): TypeReader {
  const parse = makeJsonParser();
  const isOf = format === "topojson" ? isTopojson : isGeojson;
  return {
    read: (cell) => (isOf(parse(cell)) ? cell : null),
    explain: () => ({
      code: "type-error",
      params: { expected: format === "topojson" ? "topojson" : "geojson" },
    }),
    identity: (cell) => canonicalJson(parse(cell)),
    parse,
  };
}
