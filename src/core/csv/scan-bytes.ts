import { isAscii, isUtf8 } from "node:buffer";
import { utf16Mark } from "./encoding-label";
import type { FileScan, ScanOptions } from "./file-scan";
import { fileSignature } from "./file-signature";
import { makeBreakCounter } from "./line-breaks";
import { type LineCounter, makeLineCounter } from "./line-counter";
import { readBlocks } from "./read-blocks";
import { openTail, weighUtf8 } from "./utf8-evidence";

/** Scans a file in which a byte below 128 is an ASCII character. Stops at once with `utf16` set when a mark that it heeds says so. */
export async function scanBytes(
  { path, quote, signal, onBlock }: ScanOptions,
  { heedsMark }: { heedsMark: boolean },
): Promise<FileScan> {
  const lines = makeLineCounter(quote);
  const scan = emptyScan(lines);
  let carry = Buffer.alloc(0);
  for await (const block of readBlocks(path)) {
    signal?.throwIfAborted();
    const at = scan.bytes;
    if (at === 0) lookAtHead(scan, block, heedsMark);
    if (scan.binary || scan.utf16) return scan;
    scan.bytes += block.length;
    scan.isSampleWhole = at === 0;
    if (carry.length > 0 || !isAscii(block)) {
      scan.ascii = false;
      const joined = carry.length > 0 ? Buffer.concat([carry, block]) : block;
      const cut = joined.length - openTail(joined);
      weigh(scan, joined.subarray(0, cut), at - carry.length, lines);
      carry = Buffer.from(joined.subarray(cut));
    }
    const nul = lines.add(block);
    if (nul >= 0) {
      scan.binary = { format: "nul", byte: at + nul, line: lines.line() };
      return scan;
    }
    scan.hasText ||= hasText(block, at === 0 ? scan.markBytes : 0);
    await onBlock?.(scan.bytes);
  }
  weigh(scan, carry, scan.bytes - carry.length, lines);
  lines.end();
  return scan;
}

export function emptyScan({ outside, anywhere }: LineCounter): FileScan {
  return {
    bytes: 0,
    binary: null,
    utf16: null,
    markBytes: 0,
    ascii: true,
    hasText: false,
    evidence: { good: 0, bad: 0, firstBad: null },
    endings: outside,
    anywhere,
    sample: Buffer.alloc(0),
    isSampleWhole: true,
  };
}

/** True when a byte from an index on is more than white space. */
export function hasText(bytes: Uint8Array, from: number): boolean {
  for (let i = from; i < bytes.length; i++) if ((bytes[i] ?? 0) > 0x20) return true;
  return false;
}

function lookAtHead(scan: FileScan, block: Buffer, heedsMark: boolean): void {
  const mark = utf16Mark(block);
  if (mark && heedsMark) {
    scan.utf16 = { encoding: mark, reason: "byte-order-mark" };
    return;
  }
  if (block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf) scan.markBytes = 3;
  scan.sample = Buffer.from(block.subarray(scan.markBytes));
  const format = fileSignature(block);
  if (format) scan.binary = { format, byte: 0, line: 1 };
}

function weigh(scan: FileScan, part: Buffer, at: number, before: LineCounter): void {
  const { evidence } = scan;
  if (isUtf8(part)) {
    for (const byte of part) if (byte >= 0xc0) evidence.good++;
    return;
  }
  const { good, bad, firstBad } = weighUtf8(part);
  evidence.good += good;
  evidence.bad += bad;
  if (evidence.firstBad) return;
  const lines = makeBreakCounter(before.endsWithCr());
  lines.add(part, 0, firstBad);
  evidence.firstBad = { byte: at + firstBad, line: before.line() + lines.count() };
}
