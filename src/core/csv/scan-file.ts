import { isAscii, isUtf8 } from "node:buffer";
import { open } from "node:fs/promises";
import { fileSignature } from "./file-signature";
import { openTail, weighUtf8 } from "./utf8-evidence";

export interface BytePlace {
  byte: number;
  line: number;
}

export interface FileScan {
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
  /** Called after each chunk with the number of bytes seen. */
  onChunk?(bytes: number): void | Promise<void>;
  chunkBytes?: number;
}

const sampleBytes = 1 << 20;

/** Reads every byte once to learn what the file is: binary or text, its encoding's evidence and its line endings. */
export async function scanFile({
  path,
  quote,
  signal,
  onChunk,
  chunkBytes = 1 << 20,
}: ScanOptions): Promise<FileScan> {
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
  const handle = await open(path);
  try {
    const head = Buffer.alloc(sampleBytes);
    const filled = await readFully(handle, head, 0);
    scan.bom = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf;
    scan.sample = head.subarray(scan.bom ? 3 : 0, filled);
    const format = fileSignature(head.subarray(0, filled));
    if (format) {
      scan.binary = { format, byte: 0, line: 1 };
      scan.bytes = (await handle.stat()).size;
      return scan;
    }

    const lines = makeLineCounter(scan, quote);
    const buffer = Buffer.alloc(chunkBytes);
    let carry = Buffer.alloc(0);
    for (;;) {
      signal?.throwIfAborted();
      const { bytesRead } = await handle.read(buffer, 0, chunkBytes, scan.bytes);
      const chunk = buffer.subarray(0, bytesRead);
      if (bytesRead > 0 && isAscii(chunk) && carry.length === 0) {
        lines.add(chunk, scan.bytes);
      } else {
        scan.ascii &&= bytesRead === 0;
        const joined = carry.length > 0 ? Buffer.concat([carry, chunk]) : chunk;
        const cut = joined.length - (bytesRead === 0 ? 0 : openTail(joined));
        weigh(scan, joined.subarray(0, cut), scan.bytes - carry.length, lines.count() + 1);
        lines.add(chunk, scan.bytes);
        carry = Buffer.from(joined.subarray(cut));
      }
      if (bytesRead === 0 || scan.binary) break;
      scan.bytes += bytesRead;
      await onChunk?.(scan.bytes);
    }
    lines.end();
    return scan;
  } finally {
    await handle.close();
  }
}

async function readFully(
  handle: {
    read(buffer: Buffer, offset: number, length: number, at: number): Promise<{ bytesRead: number }>;
  },
  into: Buffer,
  from: number,
): Promise<number> {
  let filled = 0;
  while (filled < into.length) {
    const { bytesRead } = await handle.read(into, filled, into.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return filled;
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
