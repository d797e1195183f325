const quote = 0x22;
const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Where the last whole record of the first bytes of a longer file ends: after the last line break that is not within
 * quotation marks, or after the last line break when quotation marks do not pair. Null when no line ends there.
 */
export function endOfWholeLines(bytes: Uint8Array): number | null {
  const step = unitOf(bytes);
  const low = step.size === 2 && !step.isLittleEndian ? 1 : 0;
  let inQuotes = false;
  let outside: number | null = null;
  let any: number | null = null;
  for (let at = 0; at + step.size <= bytes.length; at += step.size) {
    if (step.size === 2 && bytes[at + 1 - low] !== 0) continue;
    const unit = bytes[at + low];
    if (unit === quote) inQuotes = !inQuotes;
    else if (unit === lineFeed || unit === carriageReturn) {
      any = at + step.size;
      if (!inQuotes) outside = any;
    }
  }
  // One stray quotation mark turns the inside out; then half of the text is lost at most.
  return outside !== null && any !== null && outside >= any / 2 ? outside : any;
}

/** UTF-16 says so in its first two bytes; all else has line breaks of one byte. */
function unitOf([first, second]: Uint8Array): { size: 1 | 2; isLittleEndian: boolean } {
  if (first === 0xff && second === 0xfe) return { size: 2, isLittleEndian: true };
  if (first === 0xfe && second === 0xff) return { size: 2, isLittleEndian: false };
  return { size: 1, isLittleEndian: false };
}
