import type { TypeReader } from "./cell-fault";
import { compileBoolean } from "./compile-boolean";
import { compileDate } from "./compile-date";
import { durationReader } from "./compile-duration";
import { compileGeojson } from "./compile-geojson";
import { compileGeopoint } from "./compile-geopoint";
import { compileJson } from "./compile-json";
import { compileList } from "./compile-list";
import { compileNumber } from "./compile-number";
import { monthReader, yearReader } from "./compile-year";
import type { Field } from "./field";
import { compileStringFormat } from "./string-format";

/** Compiles the reading of a cell as the field's type. The field must have no problem of `field-problems.ts`. */
export function compileType(field: Field): TypeReader {
  const { type = "string", format = "default" } = field;
  switch (type) {
    case "string":
      return compileStringFormat(format);
    case "any":
      return compileStringFormat("default");
    case "integer":
    case "number":
      return compileNumber(field, type);
    case "boolean":
      return compileBoolean(field);
    case "year":
      return yearReader;
    case "yearmonth":
      return monthReader;
    case "duration":
      return durationReader;
    case "object":
    case "array":
      return compileJson(type);
    case "list":
      return compileList(field, compileType({ name: field.name, type: field.itemType ?? "string" }));
    case "geopoint":
      return compileGeopoint(format);
    case "geojson":
      return compileGeojson(format);
    default:
      return compileDate(type, format);
  }
}
