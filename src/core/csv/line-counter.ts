export interface LineEndings {
  crlf: number;
  lf: number;
  /** CR alone. */
  cr: number;
}

export type LineCounter = ReturnType<typeof makeLineCounter>;

/** Counts line endings, in all and outside quotes, over bytes that come in pieces. */
export function makeLineCounter(quote: number) {
  const outside: LineEndings = { crlf: 0, lf: 0, cr: 0 };
  const anywhere: LineEndings = { crlf: 0, lf: 0, cr: 0 };
  /** Without them a piece is but lines that end with LF, which is found many times as fast. */
  const signs = [0, 13, ...(quote > 0 ? [quote] : [])];
  let quoted = false;
  let afterCr = false;

  function addCr(): void {
    anywhere.cr++;
    if (!quoted) outside.cr++;
  }

  return {
    /** Endings outside quotes, as far as quotes can be told apart without a dialect. */
    outside,
    anywhere,
    /** Physical lines begun: one more than the line endings so far. */
    line: () => anywhere.crlf + anywhere.lf + anywhere.cr + (afterCr ? 2 : 1),
    /** True when the bytes so far end with a CR, which an LF may complete. */
    endsWithCr: () => afterCr,
    /** Returns the index of the first NUL byte, where it stops, or -1. */
    add(bytes: Uint8Array): number {
      if (!afterCr && !quoted && !signs.some((sign) => bytes.includes(sign))) {
        for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) {
          anywhere.lf++;
          outside.lf++;
        }
        return -1;
      }
      for (let i = 0; i < bytes.length; i++) {
        const byte = bytes[i] ?? 0;
        if (byte > 0x22 && byte !== quote && !afterCr) continue;
        if (byte === 10) {
          const kind = afterCr ? "crlf" : "lf";
          anywhere[kind]++;
          if (!quoted) outside[kind]++;
          afterCr = false;
          continue;
        }
        if (afterCr) addCr();
        afterCr = byte === 13;
        if (byte === 0) return i;
        if (byte === quote) quoted = !quoted;
      }
      return -1;
    },
    end(): void {
      if (afterCr) addCr();
      afterCr = false;
    },
  };
}
