import type { Difference } from "./compare";
import { type Explanation, isBlank, isMissing, ofRows } from "./explanation";

const theirBlank = ({ test, cells }: Difference) =>
  test.schema.fields.every((_, i) => isMissing(test, cells[i]));

/** Differences over whole rows. */
export const explainedRows: Explanation[] = [
  {
    id: "row-of-missing-values",
    why: "A row is blank when it holds nothing but white space. In Frictionless it is when every cell is a missing value, so that a row of `NA` is blank, and what is required goes unsaid.",
    when: (it) => it.row > 0 && theirBlank(it) && !isBlank(it.cells),
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
    when: (it) => it.row > 1 - (it.test.labels === null ? 1 : 0) && isBlank(it.cells) && !theirBlank(it),
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
];
