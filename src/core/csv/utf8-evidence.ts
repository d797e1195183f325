export interface Utf8Evidence {
  /** Valid sequences of two bytes or more. */
  good: number;
  /** Bytes that belong to no valid sequence. */
  bad: number;
  /** Index of the first such byte, or -1. */
  firstBad: number;
}

/** Number of bytes at the end that may begin a sequence which the next chunk completes (0-3). */
export function openTail(bytes: Uint8Array): number {
  for (let back = 1; back <= 3 && back <= bytes.length; back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) return back < sequenceLength(byte) ? back : 0;
  }
  return 0;
}

/** Counts valid and broken multi-byte sequences; slow, for the chunks that are not UTF-8. */
export function weighUtf8(bytes: Uint8Array): Utf8Evidence {
  const evidence: Utf8Evidence = { good: 0, bad: 0, firstBad: -1 };
  for (let i = 0; i < bytes.length; ) {
    const byte = bytes[i] ?? 0;
    if (byte < 0x80) {
      i++;
      continue;
    }
    const length = sequenceLength(byte);
    if (length > 1 && isSequence(bytes, i, length)) {
      evidence.good++;
      i += length;
      continue;
    }
    evidence.bad++;
    if (evidence.firstBad < 0) evidence.firstBad = i;
    i++;
  }
  return evidence;
}

function sequenceLength(lead: number): number {
  if (lead >= 0xc2 && lead < 0xe0) return 2;
  if (lead >= 0xe0 && lead < 0xf0) return 3;
  if (lead >= 0xf0 && lead < 0xf5) return 4;
  return 1;
}

function isSequence(bytes: Uint8Array, at: number, length: number): boolean {
  if (at + length > bytes.length) return false;
  for (let i = 1; i < length; i++) {
    if (((bytes[at + i] ?? 0) & 0xc0) !== 0x80) return false;
  }
  const second = bytes[at + 1] ?? 0;
  switch (bytes[at]) {
    case 0xe0:
      return second >= 0xa0;
    case 0xed:
      return second < 0xa0;
    case 0xf0:
      return second >= 0x90;
    case 0xf4:
      return second < 0x90;
    default:
      return true;
  }
}
