import { type FileHandle, open } from "node:fs/promises";
import type { Dialect } from "../csv/dialect";
import { isUtf16 } from "../csv/encoding-label";
import type { RawRecord } from "../csv/raw-record";
import { readRecords } from "../csv/read-records";
import { scanFile } from "../csv/scan-file";
import { makeUtf16Decoder } from "../csv/utf16-text";
import { latin1ToWindows1252 } from "../csv/windows-1252";
import { type DialectOverrides, joinSettings, readDialect } from "../pipeline/read-dialect";
import type { Ruleset } from "../schema/ruleset";

export interface TableSource {
  path: string;
  overrides?: DialectOverrides | undefined;
  ruleset: Ruleset | null;
  signal?: AbortSignal | undefined;
}

/** A record and what it is in its table. Its bytes in the file end before `end`. */
export interface TableRecord extends Pick<RawRecord, "row" | "cells" | "byte"> {
  kind: "title" | "header" | "row" | "refused";
  end: number;
}

export interface Table {
  dialect: Dialect;
  /** Size of the file. */
  bytes: number;
  /** False once the reading was given up before the end of the file. */
  isWhole(): boolean;
  records(): AsyncGenerator<TableRecord[], void>;
  /** The text of a stretch of the file, without its record ending; at most 1 MiB of it. */
  textOf(record: Pick<TableRecord, "byte" | "end">): Promise<string>;
  /** A stretch of the file as it is, whole. */
  read(from: number, to: number): Promise<Buffer>;
  /** The same in pieces. */
  bytesOf(from: number, to: number): AsyncGenerator<Buffer, void>;
  close(): Promise<void>;
}

const mostText = 1 << 20;
const pieceBytes = 64 << 10;

/**
 * Reads a validated file once more, in the same way; `null` when it is no table. Close it. Throws what reading the disk
 * throws, and `signal.reason` when aborted.
 */
export async function readTable({
  path,
  overrides = {},
  ruleset,
  signal,
}: TableSource): Promise<Table | null> {
  const settings = joinSettings(overrides, ruleset);
  const quote = settings.quoteChar === null ? 0 : (settings.quoteChar ?? '"').charCodeAt(0);
  const scan = await scanFile({ path, quote, encoding: settings.encoding, signal });
  if (scan.binary || !scan.hasText) return null;
  const { dialect, titles, header } = readDialect(scan, { settings, ruleset });
  const { bytes } = scan;
  const file = await open(path);
  let isWhole = true;
  const kindOf = makeKindOf(titles.count, header);

  async function* records(): AsyncGenerator<TableRecord[], void> {
    let held: TableRecord | null = null;
    for await (const batch of readRecords({ path, dialect, signal })) {
      const ready: TableRecord[] = [];
      for (const record of batch.records) {
        const { row, cells, byte } = record;
        if (held) ready.push({ ...held, end: byte });
        held = { kind: kindOf(record), row, cells, byte, end: bytes };
      }
      if (batch.stopped) isWhole = false;
      if (ready.length > 0) yield ready;
    }
    if (held) yield [held];
  }

  return {
    dialect,
    bytes,
    isWhole: () => isWhole,
    records,
    async textOf({ byte, end }) {
      const raw = await readWhole(file, byte, Math.min(end, byte + mostText));
      return textIn(raw, dialect).replace(/(\r\n|\n|\r)$/, "");
    },
    read: (from, to) => readWhole(file, from, to),
    bytesOf: (from, to) => bytesOf(file, from, to, signal),
    close: () => file.close(),
  };
}

/** Tells a record's kind as the validation did: titles first, then the header, the first record that is not blank. */
function makeKindOf(titles: number, header: boolean) {
  let passed = 0;
  let seeksHeader = header;
  return ({ cells }: RawRecord): TableRecord["kind"] => {
    if (passed < titles) {
      passed++;
      return "title";
    }
    if (cells === null) {
      seeksHeader = false;
      return "refused";
    }
    if (!seeksHeader || cells.every((cell) => cell.trim() === "")) return "row";
    seeksHeader = false;
    return "header";
  };
}

function textIn(raw: Buffer, { encoding }: Dialect): string {
  if (encoding === "windows-1252") return latin1ToWindows1252(raw.toString("latin1"));
  if (isUtf16(encoding)) return makeUtf16Decoder(encoding).write(raw).text;
  return raw.toString("utf8");
}

async function readWhole(file: FileHandle, from: number, to: number): Promise<Buffer> {
  const bytes = Buffer.allocUnsafe(to - from);
  let filled = 0;
  while (filled < bytes.length) {
    const { bytesRead } = await file.read(bytes, filled, bytes.length - filled, from + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}

async function* bytesOf(
  file: FileHandle,
  from: number,
  to: number,
  signal: AbortSignal | undefined,
): AsyncGenerator<Buffer, void> {
  for (let at = from; at < to; ) {
    signal?.throwIfAborted();
    const piece = await readWhole(file, at, Math.min(at + pieceBytes, to));
    if (piece.length === 0) return;
    yield piece;
    at += piece.length;
  }
}
