export interface CsvForm {
  delimiter: string;
  lineEnd: string;
}

/** One line of a CSV file; a cell is quoted only when it must be. */
export function csvLine(cells: readonly string[], { delimiter, lineEnd }: CsvForm): string {
  const quoted = cells.map((cell) =>
    cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell,
  );
  return `${quoted.join(delimiter)}${lineEnd}`;
}

export function csvText(rows: readonly (readonly string[])[], delimiter: string): string {
  return rows.map((row) => csvLine(row, { delimiter, lineEnd: "\n" })).join("");
}
