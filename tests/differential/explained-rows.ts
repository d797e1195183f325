import { isDeepStrictEqual } from "node:util";
import type { Case } from "./case";
import type { Difference } from "./compare";
import { type Explanation, isMissing, ofCells, ofRows } from "./explanation";

const two = [{ name: "f1", type: "string" }, { name: "f2", type: "string" }];
const names = ({ schema }: Case) => schema.fields.map(({ name }) => name);
const ourBlank = (cells: string[]) => cells.every((cell) => cell.trim() === "");
const theirBlank = ({ test, cells }: Difference) => test.schema.fields.every((_, i) => isMissing(test, cells[i]));
const keyCells = ({ test, cells }: Difference) =>
  (test.schema.primaryKey ?? []).map((name) => cells[names(test).indexOf(name)]);
const isKey = ({ ours, theirs, column }: Difference) =>
  column === 0 && [...ours, ...theirs].every((kind) => kind === "primary-key");

function headerDiffers({ test, row, column }: Difference): boolean {
  const { labels } = test;
  if (labels === null || isDeepStrictEqual(labels, names(test))) return false;
  return row === 1 || column === 0 || labels.length !== names(test).length || labels[column - 1] !== names(test)[column - 1];
}

/** Differences over schemas, headers and whole rows. */
export const explainedRows: Explanation[] = [
  {
    id: "list-type",
    why: "`list` came with version 2 of Table Schema; Frictionless 5 refuses the schema.",
    when: ({ test, theirs }) => theirs.includes("field-error") && test.schema.fields.some(({ type }) => type === "list"),
    example: ofCells({ type: "list" }, "a,b"),
  },
  {
    id: "header-without-rows",
    why: "A header with no row below is an `empty-file` finding here: a delivery without data is seldom meant. Frictionless passes it.",
    when: ({ test, ours }) => ours.includes("empty-file") && test.rows.length === 0,
    example: ofRows({ fields: two }),
  },
  {
    id: "columns-by-name",
    why: "Columns are matched by name, those of Frictionless by position unless it is told to sync. Behind a moved, missing or added column it checks each cell by its neighbour's field.",
    when: headerDiffers,
    example: { ...ofRows({ fields: [{ name: "f1", type: "integer" }, { name: "f2", type: "string" }] }, ["a", "1"]), labels: ["f2", "f1"] },
  },
  {
    id: "row-of-missing-values",
    why: "A row is blank when it holds nothing but white space. In Frictionless it is when every cell is a missing value, so that a row of `NA` is blank, and what is required goes unsaid.",
    when: (it) => it.row > 0 && theirBlank(it) && !ourBlank(it.cells),
    example: ofRows({ fields: [{ name: "f1", type: "string", constraints: { required: true } }, { name: "f2", type: "string" }], missingValues: ["", "NA"] }, ["NA", ""]),
  },
  {
    id: "row-of-spaces",
    why: "The other way round: white space is no missing value, so Frictionless checks the cells of a row that holds nothing else. Nobody meant it to be data.",
    when: (it) => it.row > 1 - (it.test.labels === null ? 1 : 0) && ourBlank(it.cells) && !theirBlank(it),
    example: ofRows({ fields: [{ name: "f1", type: "integer" }, { name: "f2", type: "string" }] }, [" ", " "]),
  },
  {
    id: "key-of-blank-row",
    why: "A blank row has one finding. Frictionless adds that its primary key is missing.",
    when: (it) => isKey(it) && it.row > 0 && ourBlank(it.cells),
    example: ofRows({ fields: two, primaryKey: ["f1"] }, ["a", "b"], []),
  },
  {
    id: "required-in-short-row",
    why: "A row that is too short is a `missing-cell`; Frictionless says of each cell that is not there also that it is required.",
    when: ({ cells, column, theirs }) => column > cells.length && theirs.includes("constraint-error"),
    example: ofRows({ fields: [{ name: "f1", type: "string" }, { name: "f2", type: "string", constraints: { required: true } }] }, ["a"]),
  },
  {
    id: "key-that-is-required",
    why: "A missing cell that is required and part of the primary key is told once, as `required`.",
    when: (it) => isKey(it) && it.theirs.length > 0 && keyCells(it).every((cell) => isMissing(it.test, cell)),
    example: ofRows({ fields: [{ name: "f1", type: "string", constraints: { required: true } }, { name: "f2", type: "string" }], primaryKey: ["f1"] }, ["", "b"]),
  },
  {
    id: "key-in-part-missing",
    why: "The specification requires a value in each field of a primary key; Frictionless complains only when all are missing.",
    when: (it) => isKey(it) && it.ours.length > 0 && keyCells(it).some((cell) => isMissing(it.test, cell)),
    example: ofRows({ fields: two, primaryKey: ["f1", "f2"] }, ["a", ""]),
  },
];
