import { isDeepStrictEqual } from "node:util";
import { type Case, writeRecords } from "./case";
import type { Difference } from "./compare";
import { type Explanation, isMissing, ofCells, ofRows } from "./explanation";

const two = [
  { name: "f1", type: "string" },
  { name: "f2", type: "string" },
];
const names = ({ schema }: Case) => schema.fields.map(({ name }) => name);
const ourBlank = (cells: string[]) => cells.every((cell) => cell.trim() === "");
const theirBlank = ({ test, cells }: Difference) =>
  test.schema.fields.every((_, i) => isMissing(test, cells[i]));
const keyCells = ({ test, cells }: Difference) =>
  (test.schema.primaryKey ?? []).map((name) => cells[names(test).indexOf(name)]);
const isKeyColumn = ({ test }: Difference, column: number) =>
  test.schema.primaryKey?.includes(names(test)[column - 1] ?? "") === true;
const isQuoted = (cell: string, test: Case) =>
  writeRecords({ ...test, labels: null, rows: [[cell]] })[0] !== cell + test.lineEnding;
const plainComment = ofRows({ fields: [{ name: "f1", type: "integer" }] }, ["#1"]);
const quotedComment: Case = {
  ...plainComment,
  quotesAll: true,
  dialect: { ...plainComment.dialect, commentChar: "#" },
};
const initialSpace = ofRows({ fields: [{ name: "f1", type: "object" }] }, ["\u00A0{}"]);
const isKey = ({ ours, theirs, column }: Difference) =>
  column === 0 && [...ours, ...theirs].every((kind) => kind === "primary-key");

function headerDiffers({ test, row, column }: Difference): boolean {
  const { labels } = test;
  if (labels === null || isDeepStrictEqual(labels, names(test))) return false;
  return (
    row === 1 ||
    column === 0 ||
    labels.length !== names(test).length ||
    labels[column - 1] !== names(test)[column - 1]
  );
}

/** Differences over schemas, headers and whole rows. */
export const explainedRows: Explanation[] = [
  {
    id: "frictionless-stops",
    why: "Frictionless ends with an error of Python where it compares date-times with and without a zone, looks up a JSON object or an array in a key, or has read `sNaN`, which cannot be compared.",
    when: ({ said }) =>
      said.theirs.some(({ note = "" }) =>
        /^TypeError: (?:can't compare offset-naive|unhashable type|Cannot hash a signaling NaN)|^InvalidOperation/.test(
          note,
        ),
      ),
    example: ofCells(
      { type: "datetime", constraints: { minimum: "2000-01-01T00:00:00Z" } },
      "2026-01-05T10:00:00",
    ),
  },
  {
    id: "list-type",
    why: "`list` came with version 2 of Table Schema; Frictionless 5 refuses the schema.",
    when: ({ test, theirs }) =>
      theirs.includes("field-error") && test.schema.fields.some(({ type }) => type === "list"),
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
    example: {
      ...ofRows(
        {
          fields: [
            { name: "f1", type: "integer" },
            { name: "f2", type: "string" },
          ],
        },
        ["a", "1"],
      ),
      labels: ["f2", "f1"],
    },
  },
  {
    id: "row-of-missing-values",
    why: "A row is blank when it holds nothing but white space. In Frictionless it is when every cell is a missing value, so that a row of `NA` is blank, and what is required goes unsaid.",
    when: (it) => it.row > 0 && theirBlank(it) && !ourBlank(it.cells),
    example: ofRows(
      {
        fields: [
          { name: "f1", type: "string", constraints: { required: true } },
          { name: "f2", type: "string" },
        ],
        missingValues: ["", "NA"],
      },
      ["NA", ""],
    ),
  },
  {
    id: "row-of-spaces",
    why: "The other way round: white space is no missing value, so Frictionless checks the cells of a row that holds nothing else. Nobody meant it to be data.",
    when: (it) => it.row > 1 - (it.test.labels === null ? 1 : 0) && ourBlank(it.cells) && !theirBlank(it),
    example: ofRows(
      {
        fields: [
          { name: "f1", type: "integer" },
          { name: "f2", type: "string" },
        ],
      },
      [" ", " "],
    ),
  },
  {
    id: "key-of-blank-row",
    why: "A blank row has one finding, and takes no part in keys. Frictionless adds that its primary key is missing, or finds it again in another row.",
    when: (it) =>
      isKey(it) &&
      (ourBlank(it.cells) ||
        keyCells(it).every((cell = "") => cell.trim() === "" && !isMissing(it.test, cell))),
    example: ofRows({ fields: two, primaryKey: ["f1"] }, ["a", "b"], []),
  },
  {
    id: "quoted-comment",
    why: "A line is a comment when it begins with the comment sign; Frictionless looks at the first cell, and takes one that is quoted for a comment too.",
    when: ({ test: { dialect, quotesAll, ...test }, cells: [first = ""] }) =>
      dialect.commentChar !== undefined &&
      first.startsWith(dialect.commentChar) &&
      isQuoted(first, { ...test, dialect, quotesAll }),
    example: quotedComment,
  },
  {
    id: "initial-space",
    why: "`skipInitialSpace` drops white space of any kind, as Table Dialect says; Python drops spaces.",
    when: (it) => it.test.dialect.skipInitialSpace === true && /^ *[^\S ]/.test(it.cell),
    example: { ...initialSpace, dialect: { ...initialSpace.dialect, skipInitialSpace: true } },
  },
  {
    id: "key-of-faulty-cells",
    why: "A cell that is not of its type stands in a key as it is written. For Frictionless it is no value, so that any two of them are the same, and a key of them alone is missing.",
    when: (it) =>
      isKey(it) &&
      [...it.said.ours, ...it.said.theirs].some(
        ({ kind, column }) => kind === "type-error" && isKeyColumn(it, column),
      ),
    example: ofRows({ fields: [{ name: "f1", type: "integer" }], primaryKey: ["f1"] }, ["x"]),
  },
  {
    id: "required-in-short-row",
    why: "A row that is too short is a `missing-cell`; Frictionless says of each cell that is not there also that it is required.",
    when: ({ cells, column, theirs }) => column > cells.length && theirs.includes("constraint-error"),
    example: ofRows(
      {
        fields: [
          { name: "f1", type: "string" },
          { name: "f2", type: "string", constraints: { required: true } },
        ],
      },
      ["a"],
    ),
  },
  {
    id: "key-that-is-required",
    why: "A missing cell that is required and part of the primary key is told once, as `required`.",
    when: (it) => isKey(it) && it.theirs.length > 0 && keyCells(it).every((cell) => isMissing(it.test, cell)),
    example: ofRows(
      {
        fields: [
          { name: "f1", type: "string", constraints: { required: true } },
          { name: "f2", type: "string" },
        ],
        primaryKey: ["f1"],
      },
      ["", "b"],
    ),
  },
  {
    id: "key-in-part-missing",
    why: "The specification requires a value in each field of a primary key; Frictionless complains only when all are missing.",
    when: (it) => isKey(it) && it.ours.length > 0 && keyCells(it).some((cell) => isMissing(it.test, cell)),
    example: ofRows({ fields: two, primaryKey: ["f1", "f2"] }, ["a", ""]),
  },
];
