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
  /** The cell's value, null when the cell is not of the type. Called for every cell, so it allocates nothing it can spare. */
  read(cell: string): Value | null;
  /** What is wrong with a cell that `read` gave null for. */
  explain(cell: string): CellFault;
  /** Items of a sound cell, for types whose length is not the number of characters. */
  size?(cell: string): number;
  /** One text for all sound cells of the same logical value; absent when `read` gives that already. */
  identity?(cell: string): string;
  /** What a sound cell holds as JSON, for types that are JSON. */
  parse?(cell: string): unknown;
}
