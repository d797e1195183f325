import { nullText } from "./line-bytes";

const options =
  `delim='\t', quote='', escape='', header=false, auto_detect=false, nullstr='${nullText}', ` +
  "max_line_size=131072, buffer_size=1048576";

/** A column of a staged file: a name that this program made, and its type. */
export interface StagedColumn {
  name: string;
  type: "VARCHAR" | "INTEGER" | "BIGINT" | "DOUBLE" | "BOOLEAN";
}

/** The SQL that reads a staged file. */
export function readStaged(path: string, columns: readonly StagedColumn[]): string {
  const types = columns.map(({ name, type }) => `'${name}':'${type}'`).join(",");
  return `read_csv('${path.replaceAll("'", "''")}', ${options}, columns={${types}})`;
}
