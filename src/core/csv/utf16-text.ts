import type { Utf16 } from "./encoding-label";

export interface Utf16Part {
  text: string;
  /** Indexes in `text` of what could not be read: a lone surrogate, or half a character at the end. */
  bad: number[];
}

const loneSurrogate = /\p{Surrogate}/gu;

/** Reads UTF-16 piece by piece; a character that a piece cuts is kept for the next. What cannot be read becomes U+FFFD. */
export function makeUtf16Decoder(encoding: Utf16) {
  let rest = Buffer.alloc(0);

  function decode(units: Buffer): Utf16Part {
    const bytes = encoding === "utf-16be" ? Buffer.from(units).swap16() : units;
    const text = bytes.toString("utf16le");
    const bad = [...text.matchAll(loneSurrogate)].map(({ index }) => index);
    return { text: bad.length > 0 ? text.replace(loneSurrogate, "\uFFFD") : text, bad };
  }

  return {
    write(piece: Buffer): Utf16Part {
      const joined = rest.length > 0 ? Buffer.concat([rest, piece]) : piece;
      let cut = joined.length - (joined.length % 2);
      const lead = joined[encoding === "utf-16be" ? cut - 2 : cut - 1] ?? 0;
      if (cut > 0 && lead >= 0xd8 && lead <= 0xdb) cut -= 2;
      rest = Buffer.from(joined.subarray(cut));
      return decode(joined.subarray(0, cut));
    },
    /** Bytes taken and not yet given back as text. */
    held: () => rest.length,
    end(): Utf16Part {
      const { text, bad } = decode(rest.subarray(0, rest.length - (rest.length % 2)));
      if (rest.length % 2 === 0) return { text, bad };
      return { text: `${text}\uFFFD`, bad: [...bad, text.length] };
    },
  };
}

/** How many UTF-16 units a piece of UTF-8 stands for. */
export function countUnits(utf8: Uint8Array, from: number, to: number): number {
  let units = 0;
  for (let i = from; i < to; i++) {
    const byte = utf8[i] ?? 0;
    if (byte < 0x80 || byte >= 0xc0) units += byte >= 0xf0 ? 2 : 1;
  }
  return units;
}
