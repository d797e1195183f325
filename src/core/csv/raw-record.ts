/** One record of the file: its cells, or why it could not be read. */
export interface RawRecord {
  /** Record number from 1, refused records included. */
  row: number;
  cells: string[] | null;
  /**
   * `bad-quote` (a quote where none may be), `unclosed-quote` (the next quote, lines further on, cannot close it),
   * `open-quote` (the file or the size limit ended inside quotes) or `too-long`; empty when read.
   */
  fault: "" | "bad-quote" | "unclosed-quote" | "open-quote" | "too-long";
  /** Where the record starts; `faultLine` is the line on which the quote at fault stands. */
  line: number;
  byte: number;
  faultLine: number;
}

/** A place in the text (`at`, see TextWindow) and in the file. */
export interface TextPlace {
  at: number;
  byte: number;
}

/** A record without an end was refused: reading goes on behind `endings` record endings from its start. */
export interface Halt extends TextPlace {
  endings: number;
  /** About where the parser had come. */
  reached: number;
}
