import { readEncodingLabel } from "./encoding-label";
import type { FileScan, ScanOptions } from "./file-scan";
import { scanBytes } from "./scan-bytes";
import { scanUtf16 } from "./scan-utf16";

/** A CSV in UTF-16 has a delimiter or a line break, hence a NUL byte, before this. */
const firstNulWithin = 64 << 10;

/** Reads every byte to learn what the file is: binary or text, its encoding's evidence and its line endings. */
export async function scanFile(options: ScanOptions): Promise<FileScan> {
  const asked = readEncodingLabel(options.encoding);
  if (asked === "utf-16le" || asked === "utf-16be") return (await scanUtf16(options, asked)).scan;
  const scan = await scanBytes(options, { heedsMark: asked === null || asked === "utf-16" });
  if (scan.utf16) return (await scanUtf16(options, scan.utf16.encoding)).scan;
  const nul = scan.binary?.format === "nul" ? scan.binary.byte : Number.POSITIVE_INFINITY;
  const guess = nul % 2 === 0 ? "utf-16be" : "utf-16le";
  if (asked === "utf-16") return (await scanUtf16(options, guess)).scan;
  if (asked !== null || nul > firstNulWithin) return scan;
  const trial = await scanUtf16({ ...options, onBlock: undefined }, guess);
  return trial.isProven ? { ...trial.scan, utf16: { encoding: guess, reason: "byte-pattern" } } : scan;
}
