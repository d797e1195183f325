import { isAscii, isUtf8 } from "node:buffer";
import { fileSignature } from "./file-signature";
import { readBlocks } from "./read-blocks";
import { openTail, weighUtf8 } from "./utf8-evidence";

export interface BytePlace {
  byte: number;
  line: number;
}

export interface FileScan {
  /** Bytes seen: the file's size, or less when it is binary. */
  bytes: number;
  /** What the file is when it is not text: a format's short name, or `nul` for text with a NUL byte. */
  binary: { format: string; byte: number; line: number } | null;
  bom: boolean;
  ascii: boolean;
  /** True when a byte other than white space follows the byte order mark. */
  hasText: boolean;
  utf8: { good: number; bad: number; firstBad: BytePlace | null };
  /** Line endings outside quotes. */
  endings: { crlf: number; lf: number; cr: number };
  /** Line endings anywhere, quoted cells included. */
  anywhere: { crlf: number; lf: number };
  /** The file's start after the byte order mark, at most 1 MiB. */
  sample: Buffer;
}

export interface ScanOptions {
  path: string;
  /** The quote character's byte; 0 when the file has none. */
  quote: number;
  signal?: AbortSignal;
  /** Called after each block with the number of bytes seen. */
  onBlock?(bytes: number): void | Promise<void>;
}

/** Reads every byte once to learn what the file is: binary or text, its encoding's evidence and its line endings. */
export async function scanFile({ path, quote, signal, onBlock }: ScanOptions): Promise<FileScan> {
  const scan: FileScan = {
    bytes: 0,
    binary: null,
    bom: false,
    ascii: true,
    hasText: false,
    utf8: { good: 0, bad: 0, firstBad: null },
    endings: { crlf: 0, lf: 0, cr: 0 },
    anywhere: { crlf: 0, lf: 0 },
    sample: Buffer.alloc(0),
  };
  const lines = makeLineCounter(scan, quote);
  let carry = Buffer.alloc(0);
  for await (const block of readBlocks(path)) {
    signal?.throwIfAborted();
    if (scan.bytes === 0) lookAtHead(scan, block);
    if (scan.binary) return scan;
    const at = scan.bytes;
    scan.bytes += block.length;
    if (carry.length > 0 || !isAscii(block)) {
      scan.ascii = false;
      const joined = carry.length > 0 ? Buffer.concat([carry, block]) : block;
      const cut = joined.length - openTail(joined);
      weigh(scan, joined.subarray(0, cut), at - carry.length, lines.count() + 1);
      carry = Buffer.from(joined.subarray(cut));
    }
    lines.add(block, at);
    if (scan.binary) return scan;
    await onBlock?.(scan.bytes);
  }
  weigh(scan, carry, scan.bytes - carry.length, lines.count() + 1);
  lines.end();
  return scan;
}

function lookAtHead(scan: FileScan, block: Buffer): void {
  scan.bom = block[0] === 0xef && block[1] === 0xbb && block[2] === 0xbf;
  scan.sample = Buffer.from(block.subarray(scan.bom ? 3 : 0));
  const format = fileSignature(block);
  if (format) scan.binary = { format, byte: 0, line: 1 };
}

function weigh(scan: FileScan, part: Buffer, at: number, line: number): void {
  if (part.length === 0) return;
  if (isUtf8(part)) {
    for (const byte of part) if (byte >= 0xc0) scan.utf8.good++;
    return;
  }
  const evidence = weighUtf8(part);
  scan.utf8.good += evidence.good;
  scan.utf8.bad += evidence.bad;
  scan.utf8.firstBad ??= {
    byte: at + evidence.firstBad,
    line: line + countLines(part.subarray(0, evidence.firstBad)),
  };
}

function countLines(bytes: Buffer): number {
  let lines = 0;
  for (let i = bytes.indexOf(10); i >= 0; i = bytes.indexOf(10, i + 1)) lines++;
  return lines;
}

function makeLineCounter(scan: FileScan, quote: number) {
  const { endings, anywhere } = scan;
  let quoted = false;
  let afterCr = false;
  return {
    count: () => anywhere.crlf + anywhere.lf,
    add(chunk: Buffer, at: number) {
      for (let i = 0; i < chunk.length; i++) {
        const byte = chunk[i] ?? 0;
        if (byte > 0x22 && byte !== quote && !afterCr) continue;
        if (byte === 10) {
          if (afterCr) anywhere.crlf++;
          else anywhere.lf++;
          if (!quoted) {
            if (afterCr) endings.crlf++;
            else endings.lf++;
          }
          afterCr = false;
          continue;
        }
        if (afterCr && !quoted) endings.cr++;
        afterCr = byte === 13;
        if (byte === 0) {
          const line = anywhere.crlf + anywhere.lf + 1;
          scan.binary = { format: "nul", byte: at + i, line };
          return;
        }
        if (byte === quote) quoted = !quoted;
      }
      scan.hasText ||= hasText(chunk, at === 0 && scan.bom ? 3 : 0);
    },
    end() {
      if (afterCr && !quoted) endings.cr++;
    },
  };
}

function hasText(chunk: Buffer, from: number): boolean {
  for (let i = from; i < chunk.length; i++) {
    const byte = chunk[i] ?? 0;
    if (byte > 0x20) return true;
  }
  return false;
}
