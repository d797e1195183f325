const longest = 128;
const end = 64;
const prime = 0x01000193;

/** A 32-bit hash (FNV over pairs of characters, then mixed so that each bit depends on all). Long texts count by their ends. */
export function hashText(text: string): number {
  const { length } = text;
  let hash =
    length <= longest
      ? hashPart(0x811c9dc5 ^ length, text, 0, length)
      : hashPart(hashPart(0x811c9dc5 ^ length, text, 0, end), text, length - end, length);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function hashPart(start: number, text: string, from: number, to: number): number {
  let hash = start;
  let i = from;
  for (; i + 1 < to; i += 2)
    hash = Math.imul(hash ^ text.charCodeAt(i) ^ (text.charCodeAt(i + 1) << 16), prime) ^ (hash >>> 15);
  return i < to ? Math.imul(hash ^ text.charCodeAt(i), prime) : hash;
}
