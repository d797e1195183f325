export type Severity = "error" | "warning" | "info";

export type Params = Record<string, string | number | boolean | null | string[]>;

/** One complaint about the data. A value, never an Error. */
export interface Finding {
  /** Stable kebab-case code of `codes.ts`, or the id of a ruleset's rule. */
  code: string;
  severity: Severity;
  /** Record number, the header being row 1 as in a spreadsheet; null for a finding on the file. */
  row: number | null;
  /** Physical line on which the record starts, from 1; a quoted cell may hold line breaks. */
  line: number | null;
  /** Offset of the record's first byte in the file. */
  byte: number | null;
  /** Column number from 1. */
  column: number | null;
  field: string | null;
  /** What the sentence needs. May hold the cell's value, so findings live in Postgres only. */
  params: Params;
  /** Money at stake, in the ruleset's currency, to the cent. */
  impact?: number | undefined;
}
