import type { Encoding } from "./encoding-label";

/** How the file's bytes become text, and its text records and cells. */
export interface Dialect {
  encoding: Encoding;
  /** Length of the byte order mark, 0 without one. */
  markBytes: number;
  delimiter: string;
  /** Null: no cell is quoted. */
  quote: string | null;
  /** What stands before a quote inside quotes: the quote itself when it is written twice. Null: nothing does. */
  escape: string | null;
  /** A line that starts with it is a comment. */
  comment: string | null;
  skipInitialSpace: boolean;
  /** True when every character of the file is ASCII, which reads faster. */
  isAscii: boolean;
  /** Candidates for the end of a record, the fewer the faster; CRLF before its parts. */
  recordEndings: readonly string[];
}
