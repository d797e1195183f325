import type { Form } from "./guess-type";
import type { CountedValue } from "./value-counts";

/** What one column holds. `top`, `min` and `max` are cells of the file: they stay in the run's report. */
export interface ColumnProfile extends Omit<Form, "type"> {
  name: string;
  field: string | null;
  type: string;
  empty: number;
  filled: number;
  /** Share (0-1) of the cells with content that are of the type. */
  fits: number;
  /** How many different cells with content; within about 2 % unless `isExact`, null in a file too wide to count them. */
  distinct: number | null;
  /** `distinct` and the counts of `top` are exact. */
  isExact: boolean;
  /** Each cell is greater than the one before: no two are the same. */
  grows: boolean;
  min: string | null;
  max: string | null;
  minLength: number;
  maxLength: number;
  /** The most frequent cells that come more than once; all of a column's cells when they are few. */
  top: CountedValue[];
  /** Cells in each of twelve equal parts between min and max, from a sample unless `isExact`. */
  histogram: number[] | null;
  /** Dates whose day could be the month. */
  isDayUncertain?: boolean | undefined;
}
