import { type Explanation, isOf, ofCells, refusedByThem, refusedByUs } from "./explanation";

/** Differences over JSON, GeoJSON and points. */
export const explainedStructures: Explanation[] = [
  {
    id: "json-nan",
    why: "JSON (RFC 8259) has no `NaN` and no `Infinity`; Python's reader takes them.",
    when: (it) => refusedByUs(it) && isOf(it, "object", "array") && /NaN|Infinity/.test(it.cell),
    example: ofCells({ type: "array" }, "[NaN]"),
  },
  {
    id: "true-is-one",
    why: 'In Python `True == 1`, so that an `enum` with `{"a": 1}` lets `{"a": true}` pass.',
    when: (it) =>
      it.ours.includes("constraint-error") && isOf(it, "object", "array") && /true|false/.test(it.cell),
    example: ofCells({ type: "object", constraints: { enum: [{ a: 1 }] } }, '{"a":true}'),
  },
  {
    id: "empty-geometry",
    why: "A geometry without coordinates is no place, which RFC 7946 lets be; Frictionless asks for the two numbers of a point.",
    when: (it) => refusedByThem(it) && isOf(it, "geojson") && /"coordinates":\s*\[\]/.test(it.cell),
    example: ofCells({ type: "geojson" }, '{"type":"Point","coordinates":[]}'),
  },
  {
    id: "open-ring",
    why: "The first and the last position of a polygon's ring are the same (RFC 7946, 3.1.6); Frictionless does not look.",
    when: (it) => refusedByUs(it) && isOf(it, "geojson") && it.cell.includes('"Polygon"'),
    example: ofCells({ type: "geojson" }, '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[2,2]]]}'),
  },
  {
    id: "topology-alone",
    why: "A TopoJSON text is a topology; Frictionless takes one of its geometries for the whole.",
    when: (it) => refusedByUs(it) && it.field?.format === "topojson",
    example: ofCells({ type: "geojson", format: "topojson" }, '{"type":"Point","coordinates":[1,2]}'),
  },
  {
    id: "point-of-numbers",
    why: "The parts of a point in JSON are numbers; Frictionless also takes texts that hold one, and `true` for 1.",
    when: (it) =>
      refusedByUs(it) &&
      isOf(it, "geopoint") &&
      (it.field?.format === "array" || it.field?.format === "object"),
    example: ofCells({ type: "geopoint", format: "array" }, '["1","2"]', "[true,1]"),
  },
];
