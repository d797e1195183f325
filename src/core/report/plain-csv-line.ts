const special = /[",\r\n]/;

/** One record as RFC 4180 writes it (https://www.rfc-editor.org/rfc/rfc4180), with a comma and LF: what another program reads. */
export function plainCsvLine(cells: readonly string[]): string {
  // A lone empty cell would be an empty line, which readers skip.
  if (cells.length === 1 && cells[0] === "") return '""\n';
  return `${cells.map(quoted).join(",")}\n`;
}

function quoted(cell: string): string {
  return special.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
