import type { Params } from "../findings/finding";

export interface CellFault {
  code: string;
  params: Params;
}

/** Judges one cell; null when nothing is wrong with it. */
export type CellCheck = (cell: string) => CellFault | null;

/** A cell in a form that constraints compare: numbers, dates and times as numbers, all else as text. */
export type Value = string | number | boolean;

/** How cells of one type are read. */
export interface TypeReader {
  /** The cell's value, null when the cell is not of the type. Called for every cell, so it allocates nothing. */
  read(cell: string): Value | null;
  /** What is wrong with a cell that `read` gave null for. */
  explain(cell: string): CellFault;
}
