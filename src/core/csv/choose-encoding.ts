import { type Encoding, readEncodingLabel } from "./encoding-label";
import type { BytePlace, FileScan } from "./file-scan";

export interface EncodingChoice {
  encoding: Encoding;
  /** Why: `byte-order-mark`, `byte-pattern`, `ascii`, `valid-utf-8`, `not-utf-8`, `mostly-utf-8` or `asked`. */
  reason: string;
  /** First byte that is not of the encoding that was tried first, when there is one. */
  firstBad: BytePlace | null;
  /** True when some bytes cannot be read in the chosen encoding and show as U+FFFD. */
  damaged: boolean;
}

/** Chooses over the whole file: UTF-8 until a byte proves otherwise, and even then when valid sequences outnumber broken ones. */
export function chooseEncoding(scan: FileScan, label: string | undefined): EncodingChoice {
  const { good, bad, firstBad } = scan.evidence;
  const asked = readEncodingLabel(label);
  if (scan.utf16) {
    const { encoding, reason } = scan.utf16;
    return { encoding, reason: asked ? "asked" : reason, firstBad, damaged: bad > 0 };
  }
  const isMarked = scan.markBytes > 0;
  const unicode = isMarked ? "utf-8-bom" : "utf-8";
  if (asked === "utf-8") return { encoding: unicode, reason: "asked", firstBad, damaged: bad > 0 };
  if (asked === "windows-1252") return { encoding: asked, reason: "asked", firstBad, damaged: false };
  if (isMarked) return { encoding: unicode, reason: "byte-order-mark", firstBad, damaged: bad > 0 };
  if (bad === 0)
    return { encoding: unicode, reason: scan.ascii ? "ascii" : "valid-utf-8", firstBad, damaged: false };
  if (good > bad) return { encoding: unicode, reason: "mostly-utf-8", firstBad, damaged: true };
  return { encoding: "windows-1252", reason: "not-utf-8", firstBad, damaged: false };
}
