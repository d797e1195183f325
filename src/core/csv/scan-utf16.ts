import { isAscii } from "node:buffer";
import { type Utf16, utf16Mark } from "./encoding-label";
import type { FileScan, ScanOptions } from "./file-scan";
import { makeBreakCounter } from "./line-breaks";
import { makeLineCounter } from "./line-counter";
import { readBlocks } from "./read-blocks";
import { emptyScan, hasText } from "./scan-bytes";
import { countUnits, makeUtf16Decoder, type Utf16Part } from "./utf16-text";

/**
 * Scans a file as UTF-16. `isProven`: every unit of it makes sense, so many are ASCII, and so few bytes look like
 * text by themselves, that no other kind of file would read like that by chance.
 */
export async function scanUtf16(
  { path, quote, signal, onBlock }: ScanOptions,
  encoding: Utf16,
): Promise<{ scan: FileScan; isProven: boolean }> {
  const lines = makeLineCounter(quote);
  const scan = emptyScan(lines);
  scan.utf16 = { encoding, reason: "asked" };
  const decoder = makeUtf16Decoder(encoding);
  let at = 0;
  let units = 0;
  let asciiUnits = 0;
  let strange = 0;

  function add({ text, bad }: Utf16Part): void {
    const [first] = bad;
    if (first !== undefined && !scan.evidence.firstBad) {
      const before = Buffer.from(text.slice(0, first));
      const breaks = makeBreakCounter(lines.endsWithCr());
      breaks.add(before, 0, before.length);
      scan.evidence.firstBad = { byte: at + 2 * first, line: lines.line() + breaks.count() };
    }
    scan.evidence.bad += bad.length;
    const bytes = Buffer.from(text);
    if (scan.sample.length === 0) scan.sample = bytes;
    const nul = lines.add(bytes);
    if (nul >= 0)
      scan.binary = { format: "nul", byte: at + 2 * countUnits(bytes, 0, nul), line: lines.line() };
    scan.ascii &&= isAscii(bytes);
    scan.hasText ||= hasText(bytes, 0);
    if (scan.markBytes === 0) for (const byte of bytes) if (byte < 0x80) asciiUnits++;
    units += text.length;
    at += 2 * text.length;
  }

  for await (const block of readBlocks(path)) {
    signal?.throwIfAborted();
    scan.isSampleWhole = scan.bytes === 0;
    if (scan.bytes === 0 && utf16Mark(block) === encoding) {
      scan.markBytes = 2;
      scan.utf16.reason = "byte-order-mark";
      at = 2;
    }
    add(decoder.write(block.subarray(scan.bytes === 0 ? scan.markBytes : 0)));
    scan.bytes += block.length;
    if (scan.markBytes === 0) for (const byte of block) if (isStrange(byte)) strange++;
    if (scan.binary) return { scan, isProven: false };
    await onBlock?.(scan.bytes);
  }
  add(decoder.end());
  lines.end();
  const { crlf, lf, cr } = scan.anywhere;
  const isWhole = scan.evidence.bad === 0 && !scan.binary && crlf + lf + cr > 0;
  return { scan, isProven: isWhole && asciiUnits * 10 >= units && strange * 4 >= scan.bytes };
}

/** True for a byte that text in one byte a character seldom has, and the halves of UTF-16 have often. */
function isStrange(byte: number): boolean {
  return byte >= 0x80 || (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13);
}
