import type { Utf16 } from "./encoding-label";
import type { LineEndings } from "./line-counter";

export interface BytePlace {
  byte: number;
  line: number;
}

export interface FileScan {
  /** Bytes seen: the file's size, or less when it is binary. */
  bytes: number;
  /** What the file is when it is not text: a format's short name, or `nul` for text with a NUL character. */
  binary: { format: string; byte: number; line: number } | null;
  /** Set for UTF-16, with what gave it away: `byte-order-mark`, `byte-pattern` or `asked`. */
  utf16: { encoding: Utf16; reason: string } | null;
  /** Length of the byte order mark, 0 without one. */
  markBytes: number;
  ascii: boolean;
  /** True when a character other than white space follows the byte order mark. */
  hasText: boolean;
  /** Valid and broken sequences of UTF-8; for UTF-16 only what is broken. */
  evidence: { good: number; bad: number; firstBad: BytePlace | null };
  /** Line endings outside quotes. */
  endings: LineEndings;
  /** Line endings anywhere, quoted cells included. */
  anywhere: LineEndings;
  /** The file's start after the byte order mark, at most 1 MiB; UTF-16 as UTF-8. */
  sample: Buffer;
  isSampleWhole: boolean;
}

export interface ScanOptions {
  path: string;
  /** The quote character's byte; 0 when the file has none. */
  quote: number;
  /** The encoding that a person asks for. */
  encoding?: string;
  signal?: AbortSignal;
  /** Called after each block with the number of bytes seen. */
  onBlock?(bytes: number): void | Promise<void>;
}
