/** Without it spreadsheets misread accents. */
export const spreadsheetMark = "\uFEFF";

/** One record for a spreadsheet: the given delimiter, double quotes where they are needed, CRLF. */
export function spreadsheetLine(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => (needsQuotes(cell, delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(delimiter)}\r\n`;
}

function needsQuotes(cell: string, delimiter: string): boolean {
  return cell.includes(delimiter) || /["\r\n]|^\s|\s$/.test(cell);
}
