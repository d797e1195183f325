import { isJsonObject } from "./parse-json-cell";

type Judge = (value: unknown) => boolean;

const listOf =
  (judge: Judge, least = 0): Judge =>
  (value) =>
    Array.isArray(value) && value.length >= least && value.every(judge);

const isPosition: Judge = (value) =>
  Array.isArray(value) && value.length >= 2 && value.every((part) => typeof part === "number");
const isLine = listOf(isPosition, 2);
const isRing: Judge = (value) =>
  Array.isArray(value) &&
  value.length >= 4 &&
  value.every(isPosition) &&
  JSON.stringify(value[0]) === JSON.stringify(value.at(-1));

/** Shapes of RFC 7946, section 3.1. A geometry without coordinates is allowed there, as an empty list. */
const coordinates: Record<string, Judge> = {
  Point: (value) => isPosition(value) || (Array.isArray(value) && value.length === 0),
  MultiPoint: listOf(isPosition),
  LineString: (value) => isLine(value) || (Array.isArray(value) && value.length === 0),
  MultiLineString: listOf(isLine),
  Polygon: listOf(isRing),
  MultiPolygon: listOf(listOf(isRing)),
};

function isGeometry(value: unknown): boolean {
  if (!isJsonObject(value) || typeof value.type !== "string") return false;
  if (value.type === "GeometryCollection") return listOf(isGeometry)(value.geometries);
  return Object.hasOwn(coordinates, value.type) && coordinates[value.type]?.(value.coordinates) === true;
}

function isFeature(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    value.type === "Feature" &&
    (value.geometry === null || isGeometry(value.geometry)) &&
    (value.properties === null || isJsonObject(value.properties)) &&
    (value.id === undefined || typeof value.id === "string" || typeof value.id === "number")
  );
}

/** True for an object of GeoJSON (RFC 7946): a geometry, a feature, or a collection of features. */
export function isGeojson(value: unknown): boolean {
  if (!isJsonObject(value)) return false;
  if (value.type === "FeatureCollection") return listOf(isFeature)(value.features);
  return value.type === "Feature" ? isFeature(value) : isGeometry(value);
}

/** True for a topology of TopoJSON: named objects over a list of arcs. */
export function isTopojson(value: unknown): boolean {
  return (
    isJsonObject(value) &&
    value.type === "Topology" &&
    isJsonObject(value.objects) &&
    Object.values(value.objects).every((entry) => isJsonObject(entry) && typeof entry.type === "string") &&
    listOf(listOf(isPosition))(value.arcs)
  );
}
