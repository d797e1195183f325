import { makeBreakCounter } from "./line-breaks";
import type { Halt, TextPlace } from "./raw-record";
import type { TextWindow } from "./text-window";

export interface Resumption extends TextPlace {
  /** Physical lines passed over. */
  lines: number;
}

/** Finds where reading goes on after a record without an end; null when the text ends first. */
export async function skipRecord(
  text: TextWindow,
  { at: start, byte, endings }: Halt,
  { recordEndings, signal }: { recordEndings: readonly string[]; signal?: AbortSignal },
): Promise<Resumption | null> {
  await text.seek({ at: start, byte });
  const find = makeEndingFinder(recordEndings, endings);
  const lines = makeBreakCounter();
  for (let at = start; ; ) {
    signal?.throwIfAborted();
    const bytes = await text.bytesAt(at, 1 << 16);
    if (!bytes) return null;
    const end = find(bytes);
    lines.add(bytes, 0, end < 0 ? bytes.length : end);
    at += end < 0 ? bytes.length : end;
    const place = { at, byte: text.toFile(at) };
    if (end >= 0) return (await text.bytesAt(at, 1)) ? { ...place, lines: lines.count() } : null;
  }
}

/** Looks through pieces for the end of the n-th record ending: an index in the piece, or -1. */
function makeEndingFinder(recordEndings: readonly string[], n: number) {
  const crlf = recordEndings.includes("\r\n");
  const cr = recordEndings.includes("\r");
  const lf = recordEndings.includes("\n");
  let left = n;
  let afterCr = false;
  return (bytes: Uint8Array): number => {
    for (let i = 0; i < bytes.length; i++) {
      const byte = bytes[i];
      if (afterCr) {
        afterCr = false;
        if (byte === 10 && crlf) {
          if (--left === 0) return i + 1;
          continue;
        }
        if (cr && --left === 0) return i;
      }
      if (byte === 13) afterCr = true;
      else if (byte === 10 && lf && --left === 0) return i + 1;
    }
    return -1;
  };
}
