import type { FileHandle } from "node:fs/promises";
import type { Dialect } from "./dialect";
import { isUtf16 } from "./encoding-label";
import { maxRecordCharacters, RecordParser } from "./record-parser";
import { makeUtf16Decoder } from "./utf16-text";

const pieceBytes = 16 << 10;

/** The cells of the record that starts at a byte, read again from the file; null when it cannot be read. */
export async function readRecordAt(
  file: FileHandle,
  byte: number,
  dialect: Dialect,
): Promise<string[] | null> {
  const parser = new RecordParser(dialect, { at: 0, byte: 0 }, (at) => at);
  const decoder = isUtf16(dialect.encoding) ? makeUtf16Decoder(dialect.encoding) : null;
  for (let at = byte; at < byte + maxRecordCharacters * 4; ) {
    const buffer = Buffer.alloc(pieceBytes);
    const { bytesRead } = await file.read(buffer, 0, pieceBytes, at);
    at += bytesRead;
    const piece = buffer.subarray(0, bytesRead);
    const halt =
      bytesRead === 0 ? parser.end() : parser.feed(decoder ? Buffer.from(decoder.write(piece).text) : piece);
    const [first] = parser.takeRecords();
    if (first) return first.cells;
    if (halt || bytesRead === 0) return null;
  }
  return null;
}
