import type { Case, Descriptor } from "./case";
import type { Difference } from "./compare";

/** A reason why the two differ, which the run looks for behind every difference. */
export interface Explanation {
  id: string;
  why: string;
  when(difference: Difference): boolean;
  /** A case that shows it, for docs/CONFORMANCE.md; each run judges it by both. */
  example: Case;
}

/** A file of one column, or of several rows of it. */
export function ofCells(field: Omit<Descriptor, "name">, ...cells: string[]): Case {
  return ofRows(
    { fields: [{ ...field, name: "f1", type: String(field.type) }] },
    ...cells.map((cell) => [cell]),
  );
}

/** A sound header over the rows given. */
export function ofRows(schema: Case["schema"], ...rows: string[][]): Case {
  return {
    schema,
    dialect: {
      delimiter: ",",
      quoteChar: '"',
      doubleQuote: true,
      skipInitialSpace: false,
      header: true,
      headerRows: [1],
    },
    labels: schema.fields.map(({ name }) => name),
    rows,
    lineEnding: "\n",
    quotesAll: false,
  };
}

/** True when the field's or the schema's missing values hold the cell, or there is none. */
export function isMissing(test: Case, cell: string | undefined): boolean {
  return cell === undefined || (test.schema.missingValues ?? [""]).includes(cell);
}

/** True for a row that is blank for us. */
export const isBlank = (cells: string[]) => cells.every((cell) => cell.trim() === "");

/** True when the cell is not of its type for us, and is for Frictionless. */
export const refusedByUs = ({ ours }: Difference) => ours.includes("type-error");

/** True when the cell is of its type for us, and is not for Frictionless. */
export const refusedByThem = ({ theirs }: Difference) => theirs.includes("type-error");

export const isOf = ({ field }: Difference, ...types: string[]) => types.includes(field?.type ?? "");
