const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };
const originals: Record<string, string> = { "\\": "\\", t: "\t", n: "\n", r: "\r" };
const tab = 9;
const zero = 48;
const minus = 45;
const backslash = 92;
const billion = 1e9;
const tens = [1, 10, 100, 1000, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9];
/** No line is longer, so that one buffer holds any. */
export const longestLine = 65_000;

/** What stands for no value. */
export const nullText = "\\N";

/** A text cell of a staged file as it was. */
export function unescapeText(text: string): string {
  return text.includes("\\")
    ? text.replace(/\\([\\tnr])/g, (_, char: string) => originals[char] ?? char)
    : text;
}

function escapeText(text: string): string {
  return text.replace(/[\\\t\n\r]/g, (char) => escapes[char] ?? char);
}

/** Builds one tab-separated line at a time as bytes: most cells are short ASCII, which needs no copy of the text. */
export function makeLine() {
  const bytes = Buffer.alloc(longestLine + 16);
  let end = 0;
  let isTooLong = false;

  function write(text: string): void {
    if (end + text.length * 3 > longestLine) {
      isTooLong = true;
      return;
    }
    const start = end;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 126 || code === backslash || code < 32) {
        end = start + bytes.write(escapeText(text), start);
        return;
      }
      bytes[end++] = code;
    }
  }

  /** The last `least` digits are there even when they are zeros. */
  function digits(value: number, least = 1): void {
    if (value >= billion) {
      const high = Math.floor(value / billion);
      digits(high);
      digits(value - high * billion, 9);
      return;
    }
    let count = least;
    for (let limit = tens[least] ?? billion; value >= limit; limit *= 10) count++;
    let rest = value | 0;
    for (let at = end + count - 1; at >= end; at--) {
      const tenth = (rest / 10) | 0;
      bytes[at] = zero + rest - tenth * 10;
      rest = tenth;
    }
    end += count;
  }

  return {
    bytes,
    end: () => end,
    /** True when what was written did not fit: the line is of no use then. */
    isTooLong: () => isTooLong || end >= bytes.length,
    begin(): void {
      end = 0;
      isTooLong = false;
    },
    text: write,
    /** A safe integer. */
    integer(value: number): void {
      if (value < 0) bytes[end++] = minus;
      digits(Math.abs(value));
    },
    /** A sign that no text has. */
    sign(letter: "s" | "h" | "N"): void {
      bytes[end++] = backslash;
      bytes[end++] = letter.charCodeAt(0);
    },
    tab(): void {
      bytes[end++] = tab;
    },
    /** A hash of the bytes so far, four at a time: a whole number below 2^30, which the engine divides quickly. */
    hash(): number {
      bytes[end] = bytes[end + 1] = bytes[end + 2] = 0;
      let value = end;
      for (let i = 0; i < end; i += 4) {
        const four =
          (bytes[i] ?? 0) |
          ((bytes[i + 1] ?? 0) << 8) |
          ((bytes[i + 2] ?? 0) << 16) |
          ((bytes[i + 3] ?? 0) << 24);
        value = Math.imul(value ^ four, 0x9e3779b1);
        value ^= value >>> 15;
      }
      return value & 0x3fffffff;
    },
  };
}

export type Line = ReturnType<typeof makeLine>;
