import type { FileHandle } from "node:fs/promises";
import type { Dialect } from "./dialect";
import { isUtf16 } from "./encoding-label";
import { maxRecordCharacters } from "./parser-options";
import { RecordParser } from "./record-parser";
import { makeUtf16Decoder } from "./utf16-text";

const firstPiece = 2 << 10;
const largestPiece = 1 << 20;

/** Reads single records again: the cells of the one that starts at a byte of the file, null when it cannot be read. */
export function makeRecordReader(file: FileHandle, dialect: Dialect) {
  const parser = new RecordParser(dialect, { at: 0, byte: 0 }, (at) => at);
  const wide = isUtf16(dialect.encoding) ? dialect.encoding : null;
  let buffer = Buffer.alloc(firstPiece);

  return async (byte: number): Promise<string[] | null> => {
    parser.restart({ at: 0, byte: 0 }, 0);
    const decoder = wide ? makeUtf16Decoder(wide) : null;
    let size = firstPiece;
    for (let at = byte; at < byte + maxRecordCharacters * 4; ) {
      if (size > buffer.length) buffer = Buffer.alloc(size);
      const { bytesRead } = await file.read(buffer, 0, size, at);
      at += bytesRead;
      size = Math.min(size * 4, largestPiece);
      // The parser keeps the end of a piece, and the buffer is used again.
      const piece = Buffer.from(buffer.subarray(0, bytesRead));
      const text = decoder ? Buffer.from(decoder.write(piece).text) : piece;
      const halt = bytesRead === 0 ? parser.end() : parser.feed(text);
      const [first] = parser.takeRecords();
      if (first) return first.cells;
      if (halt || bytesRead === 0) return null;
    }
    return null;
  };
}
