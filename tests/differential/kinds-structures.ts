import fc from "fast-check";
import type { Kind } from "./kinds";

const json = fc.jsonValue({ maxDepth: 1, noUnicodeString: true });

export const structureKinds: Kind[] = [
  {
    field: { type: "object" },
    good: fc.oneof(
      fc.constantFrom("{}", '{"a":1}', '{"a":1,"b":[2]}', '{ "a" : null }', '{"b":[2],"a":1}', '{"a":1.0}'),
      fc.dictionary(fc.constantFrom("a", "b", "c"), json).map((value) => JSON.stringify(value)),
    ),
    odd: [
      "[]",
      "1",
      "null",
      "{",
      "{'a':1}",
      '{"a":1,}',
      '{"a":NaN}',
      '{"a":Infinity}',
      '{"a":01}',
      '{"a":1,"a":2}',
      ' {"a":1} ',
      '{"a":"\\u00e9"}',
      '{"a":1}x',
      '\uFEFF{"a":1}',
      '{"a":"\t"}',
    ],
    constraints: [{ minLength: 1 }, { maxLength: 1 }, { enum: ['{"a":1}', "{}"] }, { enum: [{ a: 1 }] }],
  },
  {
    field: { type: "array" },
    good: fc.oneof(
      fc.constantFrom("[]", "[1]", '["a","b"]', "[1,2,3]", "[1.0]", "[[1]]", "[ 1 , 2 ]"),
      fc.array(json, { maxLength: 3 }).map((value) => JSON.stringify(value)),
    ),
    odd: ["{}", "1", '"a"', "[", "[1,]", "[NaN]", "[-Infinity]", "[01]", "(1)", " [1]", "1,2", "[1]]"],
    constraints: [{ minLength: 1 }, { maxLength: 2 }, { enum: ["[1]", "[]"] }, { enum: [[1, 2, 3]] }],
  },
  {
    field: { type: "list" },
    good: fc.constantFrom("a,b", "a", "1,2,3"),
    odd: [","],
    constraints: [],
  },
  {
    field: { type: "geopoint" },
    good: fc
      .tuple(
        fc.integer({ min: -180, max: 180 }),
        fc.integer({ min: -90, max: 90 }),
        fc.constantFrom(",", ", "),
      )
      .map(([lon, lat, mark]) => `${lon}${mark}${lat}`),
    odd: [
      "180.5,0",
      "0,90.1",
      "-180,-90",
      "1",
      "1,2,3",
      "1;2",
      "a,b",
      "1, 2 ",
      "1e1,2",
      "NaN,1",
      "INF,1",
      " 1,2",
      "1 ,2",
      "1.,2",
      ".5,2",
      "1_0,2",
      "+1,2",
      "1,",
    ],
    constraints: [{ enum: ["1,2"] }],
  },
  {
    field: { type: "geopoint", format: "array" },
    good: fc
      .tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))
      .map((point) => JSON.stringify(point)),
    odd: [
      '["1","2"]',
      "[1]",
      "[1,2,3]",
      "[181,0]",
      "{}",
      "1,2",
      "[null,1]",
      "[true,1]",
      "[1.5,2.25]",
      '[" 1","2"]',
      '["a","b"]',
      '{"a":1,"b":2}',
    ],
    constraints: [],
  },
  {
    field: { type: "geopoint", format: "object" },
    good: fc
      .tuple(fc.integer({ min: -180, max: 180 }), fc.integer({ min: -90, max: 90 }))
      .map(([lon, lat]) => JSON.stringify({ lon, lat })),
    odd: [
      '{"lon":1}',
      '{"lon":1,"lat":2,"z":3}',
      '{"lon":"1","lat":"2"}',
      '{"lat":91,"lon":0}',
      "[1,2]",
      '{"lon":null,"lat":1}',
      '{"lon":true,"lat":1}',
    ],
    constraints: [],
  },
  {
    field: { type: "geojson" },
    good: fc.constantFrom(
      '{"type":"Point","coordinates":[1,2]}',
      '{"type":"LineString","coordinates":[[1,2],[3,4]]}',
      '{"type":"Feature","geometry":null,"properties":null}',
      '{"type":"FeatureCollection","features":[]}',
      '{"type":"GeometryCollection","geometries":[]}',
      '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}',
    ),
    odd: [
      "{}",
      "[]",
      '{"type":"point","coordinates":[1,2]}',
      '{"type":"Point"}',
      '{"type":"Point","coordinates":[1]}',
      '{"type":"Point","coordinates":[]}',
      '{"type":"Feature"}',
      '{"type":"Feature","geometry":null}',
      '{"type":"LineString","coordinates":[[1,2]]}',
      '{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[2,2]]]}',
      '{"type":"Point","coordinates":[1,2],"bbox":[1,2,3]}',
      '{"type":"Topology","objects":{},"arcs":[]}',
      '{"type":"Point","coordinates":["1","2"]}',
      '{"type":"Polygon","coordinates":[]}',
    ],
    constraints: [],
  },
  {
    field: { type: "geojson", format: "topojson" },
    good: fc.constantFrom(
      '{"type":"Topology","objects":{},"arcs":[]}',
      '{"type":"Topology","objects":{"a":{"type":"Point","coordinates":[1,2]}},"arcs":[]}',
    ),
    odd: [
      "{}",
      '{"type":"Topology"}',
      '{"type":"Topology","objects":{}}',
      '{"type":"Topology","objects":[],"arcs":[]}',
      '{"type":"Point","coordinates":[1,2]}',
      '{"type":"Topology","arcs":[],"objects":{"a":1}}',
      '{"type":"Topology","arcs":[[[1]]],"objects":{}}',
    ],
    constraints: [],
  },
];
