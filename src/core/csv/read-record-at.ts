import type { FileHandle } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { type Dialect, maxRecordCharacters, recordParserOptions } from "./record-parser";
import { latin1ToWindows1252 } from "./windows-1252";

/** The cells of the record that starts at a byte, read again from the file; null when it cannot be read. */
export async function readRecordAt(
  file: FileHandle,
  byte: number,
  dialect: Dialect,
): Promise<string[] | null> {
  for (let size = 16 << 10; ; size *= 4) {
    const buffer = Buffer.alloc(size);
    const { bytesRead } = await file.read(buffer, 0, size, byte);
    const whole = bytesRead < size;
    const cells = firstRecord(buffer.subarray(0, bytesRead), whole, dialect);
    if (cells)
      return cells.map((cell) => (dialect.encoding === "windows-1252" ? latin1ToWindows1252(cell) : cell));
    if (whole || size > maxRecordCharacters * 4) return null;
  }
}

/** Null when the piece holds no complete record: one that stops at the piece's end may go on after it. */
function firstRecord(piece: Buffer, whole: boolean, dialect: Dialect): string[] | null {
  try {
    const records: string[][] = parse(piece, { ...recordParserOptions(dialect), to: whole ? 1 : 2 });
    const [first, second] = records;
    return first && (whole || second) ? first : null;
  } catch {
    return null;
  }
}
