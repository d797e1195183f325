import type { Options } from "csv-parse";
import type { Dialect } from "./dialect";

export const maxRecordCharacters = 4 << 20;
/** Beyond this a line is no row: so many columns would fill the memory. */
export const maxRecordCells = 1 << 15;

/** A dialect in csv-parse's words. */
export function parserOptions(dialect: Dialect): Options {
  return {
    bom: false,
    delimiter: dialect.delimiter,
    encoding: dialect.isAscii || dialect.encoding === "windows-1252" ? "latin1" : "utf8",
    quote: dialect.quote ?? false,
    escape: dialect.escape ?? false,
    comment: dialect.comment ?? false,
    comment_no_infix: true,
    ltrim: dialect.skipInitialSpace,
    record_delimiter: [...dialect.recordEndings],
    relax_column_count: true,
    max_record_size: maxRecordCharacters,
  };
}
