import type { BytePlace, FileScan } from "./scan-file";

export interface EncodingChoice {
  /** The label shown to a person. */
  encoding: "utf-8" | "utf-8-bom" | "windows-1252";
  /** Why: `byte-order-mark`, `ascii`, `valid-utf-8`, `not-utf-8`, `mostly-utf-8` or `asked`. */
  reason: string;
  /** First byte that is not UTF-8, when there is one. */
  firstBad: BytePlace | null;
  /** True when some bytes cannot be read in the chosen encoding and show as U+FFFD. */
  damaged: boolean;
}

/** Chooses over the whole file: UTF-8 until a byte proves otherwise, and even then when valid sequences outnumber broken ones. */
export function chooseEncoding(scan: FileScan, asked: string | undefined): EncodingChoice {
  const { good, bad, firstBad } = scan.utf8;
  const unicode = scan.bom ? "utf-8-bom" : "utf-8";
  const label = asked?.toLowerCase().replace(/[\s_]/g, "-");
  if (label === "utf-8" || label === "utf8" || label === "utf-8-bom") {
    return { encoding: unicode, reason: "asked", firstBad, damaged: bad > 0 };
  }
  if (label && /^(windows-?1252|cp-?1252|latin-?1|iso-?8859-?1)$/.test(label)) {
    return { encoding: "windows-1252", reason: "asked", firstBad, damaged: false };
  }
  if (scan.bom) return { encoding: unicode, reason: "byte-order-mark", firstBad, damaged: bad > 0 };
  if (bad === 0) {
    return { encoding: unicode, reason: scan.ascii ? "ascii" : "valid-utf-8", firstBad, damaged: false };
  }
  if (good > bad) return { encoding: unicode, reason: "mostly-utf-8", firstBad, damaged: true };
  return { encoding: "windows-1252", reason: "not-utf-8", firstBad, damaged: false };
}
