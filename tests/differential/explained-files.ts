import { isDeepStrictEqual } from "node:util";
import { type Case, writeRecords } from "./case";
import type { Difference } from "./compare";
import { type Explanation, ofCells, ofRows } from "./explanation";

const names = ({ schema }: Case) => schema.fields.map(({ name }) => name);
const isQuoted = (cell: string, test: Case) =>
  writeRecords({ ...test, labels: null, rows: [[cell]] })[0] !== cell + test.lineEnding;
const plainComment = ofRows({ fields: [{ name: "f1", type: "integer" }] }, ["#1"]);
const quotedComment: Case = {
  ...plainComment,
  quotesAll: true,
  dialect: { ...plainComment.dialect, commentChar: "#" },
};
const initialSpace = ofRows({ fields: [{ name: "f1", type: "object" }] }, ["\u00A0{}"]);

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

/** Differences over schemas, dialects and headers. */
export const explainedFiles: Explanation[] = [
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
    example: ofRows({ fields: [{ name: "f1", type: "string" }] }),
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
];
