import { randomBytes } from "node:crypto";

/** A text that is nowhere else: what holds it has seen a cell. The others begin with it and say which cell. */
export const canary = `kanari${randomBytes(8).toString("hex")}`;

export const cells = {
  /** In a row without a fault, which nothing has a reason to keep. */
  clean: `${canary}-clean`,
  /** Without a fault, in a row that has one. */
  beside: `${canary}-beside`,
  type: `${canary}-type`,
  pattern: `${canary}-pattern`,
  choice: `${canary}-choice`,
  length: `${canary}-length-${"x".repeat(80)}`,
  key: `${canary}-key`,
  extra: `${canary}-extra`,
  refused: `${canary}-refused`,
} as const;

/** A label of the header, which is no cell: reports and totals name columns by it. */
export const label = `etiket${randomBytes(8).toString("hex")}`;

export const ruleset = {
  id: "canary",
  title: "Canary",
  schema: {
    fields: [
      { name: "id", type: "string", constraints: { maxLength: 60 } },
      { name: "amount", type: "integer" },
      { name: "code", type: "string", constraints: { pattern: "[A-Z]{2}" } },
      { name: "colour", type: "string", constraints: { enum: ["red", "blue"] } },
    ],
    primaryKey: "id",
  },
};

const faultyRows = [
  `a,${cells.type},AB,red,${cells.beside}`,
  `b,2,${cells.pattern},red,`,
  `c,3,AB,${cells.choice},`,
  `${cells.length},4,AB,blue,`,
  `${cells.key},5,AB,blue,`,
  `${cells.key},6,AB,blue,`,
  `d,7,AB,blue,x,${cells.extra}`,
  `e,8,AB,"red" ${cells.refused},`,
];

/** A file with the canary in every kind of place, and `rows` more rows that have it without a fault. */
export function canaryFile(rows = 1): string {
  const clean = Array.from({ length: rows }, (_, at) => `f${at},9,AB,red,${cells.clean}`);
  return `${[`id,amount,code,colour,${label}`, ...faultyRows, ...clean].join("\n")}\n`;
}
