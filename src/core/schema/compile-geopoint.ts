import type { TypeReader } from "./cell-fault";
import { compileNumber } from "./compile-number";
import { isJsonObject, makeJsonParser } from "./parse-json-cell";

const part = compileNumber({ name: "part", type: "number" }, "number");

function isPoint(longitude: unknown, latitude: unknown): boolean {
  return (
    typeof longitude === "number" &&
    typeof latitude === "number" &&
    longitude >= -180 &&
    longitude <= 180 &&
    latitude >= -90 &&
    latitude <= 90
  );
}

/** Compiles the reading of points on the earth: `lon, lat`, or JSON as an array or an object. */
export function compileGeopoint(format: string): TypeReader {
  const parse = makeJsonParser();

  function pairOf(cell: string): [longitude: unknown, latitude: unknown] | null {
    if (format === "default") {
      const at = cell.indexOf(",");
      const from = cell.charCodeAt(at + 1) === 32 ? at + 2 : at + 1;
      return at < 0 ? null : [part.read(cell.slice(0, at)), part.read(cell.slice(from))];
    }
    const value = parse(cell);
    if (format === "array") return Array.isArray(value) && value.length === 2 ? [value[0], value[1]] : null;
    return isJsonObject(value) && Object.keys(value).length === 2 ? [value.lon, value.lat] : null;
  }

  return {
    read(cell) {
      const pair = pairOf(cell);
      return pair !== null && isPoint(...pair) ? cell : null;
    },
    explain: () => ({ code: "type-error", params: { expected: "geopoint", geoFormat: format } }),
    identity: (cell) => String(pairOf(cell)),
  };
}
