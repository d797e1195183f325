import type { PlainLines } from "./plain-lines";
import type { Halt } from "./raw-record";
import type { RecordParser } from "./record-parser";

/** What csv-parse may hold back until it has seen more. */
const lookAhead = 32;
const leastPatience = 256;

/**
 * Feeds a parser so that it has only the lines that are not plain. The function takes some of the bytes, which stand at an
 * offset of the text, and tells how many: the rest must come again. After a halt `restart` of the parser must follow.
 */
export function makeFeeder(
  parser: RecordParser,
  plainLines: PlainLines | null,
  toFile: (at: number) => number,
) {
  /** Bytes that csv-parse is to have before plain lines are looked for again: more while there are none. */
  let patience = 0;
  return (bytes: Buffer, at: number): { halt: Halt | null; used: number } => {
    if (plainLines === null) return { halt: parser.feed(bytes), used: bytes.length };
    if (parser.isBetween()) {
      const used = plainLines(bytes, (cells, from) => parser.addPlain(cells, toFile(at + from)));
      if (used > 0) {
        patience = 0;
        parser.restart({ at: at + used, byte: toFile(at + used) }, 0);
        return { halt: null, used };
      }
      patience = 2 * patience + leastPatience;
    }
    const line = bytes.indexOf(10) + 1;
    const part = bytes.subarray(0, Math.max(line > 0 ? line + lookAhead : bytes.length, patience));
    const halt = parser.feed(part);
    const next = parser.place();
    if (halt || parser.isRefusing() || next.at <= at) return { halt, used: part.length };
    parser.restart(next, 0);
    return { halt, used: next.at - at };
  };
}
