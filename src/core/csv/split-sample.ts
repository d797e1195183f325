/**
 * Splits a text sample into whole records for one delimiter; a quote opens only at the start of a cell.
 * Stops past `softBytes` characters once it has ten records; a last record that the sample cuts is left out.
 */
export function splitSample(
  text: string,
  {
    delimiter,
    quote,
    isWhole,
    softBytes = 1 << 16,
  }: { delimiter: string; quote: string | null; isWhole: boolean; softBytes?: number },
): string[][] {
  const records: string[][] = [];
  let record: string[] = [];
  let cell = "";
  let atStart = true;
  let quoted = false;
  for (let i = 0; i < text.length; i++) {
    const char = text[i] ?? "";
    if (quoted) {
      if (char !== quote) cell += char;
      else if (text[i + 1] === quote) cell += text[++i];
      else quoted = false;
    } else if (char === quote && atStart) {
      quoted = true;
      atStart = false;
    } else if (char === delimiter) {
      record.push(cell);
      cell = "";
      atStart = true;
    } else if (char === "\n" || char === "\r") {
      if (char === "\r" && text[i + 1] === "\n") i++;
      record.push(cell);
      records.push(record);
      if (i > softBytes && records.length >= 10) return records;
      record = [];
      cell = "";
      atStart = true;
    } else {
      cell += char;
      atStart = false;
    }
  }
  if ((isWhole || records.length === 0) && (record.length > 0 || cell !== ""))
    records.push([...record, cell]);
  return records;
}
