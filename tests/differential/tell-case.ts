import type { Case, Descriptor } from "./case";
import type { Difference } from "./compare";

/** A case in one line: its fields, its dialect where that is unusual, its records. */
export function tellCase({ schema, dialect, labels, rows, lineEnding, quotesAll }: Case): string {
  const { fields, ...rest } = schema;
  const { delimiter, quoteChar, doubleQuote, skipInitialSpace, headerRows, header, ...unusual } = dialect;
  const names = fields.map(({ name }) => name);
  const parts = [
    ...fields.map(tellField),
    ...Object.entries(rest).flatMap(([name, value]) =>
      value === undefined ? [] : [`${name} ${JSON.stringify(value)}`],
    ),
    ...(delimiter === "," ? [] : [`delimiter ${JSON.stringify(delimiter)}`]),
    ...(quoteChar === '"' ? [] : [`quoteChar ${JSON.stringify(quoteChar)}`]),
    ...(skipInitialSpace ? ["skipInitialSpace"] : []),
    ...Object.entries(unusual).map(([name, value]) => `${name} ${JSON.stringify(value)}`),
    ...(lineEnding === "\n" ? [] : ["CRLF"]),
    ...(quotesAll ? ["all quoted"] : []),
    ...(labels === null
      ? ["no header"]
      : labels.join() === names.join()
        ? []
        : [`header ${JSON.stringify(labels)}`]),
  ];
  return `${parts.join("; ")}: ${rows.map((cells) => (cells.length === 1 ? JSON.stringify(cells[0]) : JSON.stringify(cells))).join(" ") || "no row"}`;
}

function tellField({ name, type, ...rest }: Descriptor): string {
  const more = Object.entries(rest).filter(([, value]) => value !== undefined);
  return [type, ...more.map(([property, value]) => `${property} ${JSON.stringify(value)}`)].join(" ");
}

/** What each of the two says at the place of a difference. */
export function tellSides({ row, column, said }: Difference): { ours: string; theirs: string } {
  const tell = (complaints: Difference["said"]["ours"]) => {
    const here = complaints.filter((it) => it.row === row && it.column === column).map(({ kind }) => kind);
    return [...new Set(here)].join(", ") || "passes";
  };
  return { ours: tell(said.ours), theirs: tell(said.theirs) };
}
