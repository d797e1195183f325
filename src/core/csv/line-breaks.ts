const lineBreaks = /\r\n|\n|\r/g;

/** Physical line breaks in a text: CRLF, LF or CR. */
export function countLineBreaks(text: string): number {
  return text.match(lineBreaks)?.length ?? 0;
}

/** Counts the physical line breaks of bytes that come in pieces; a CRLF that two pieces share is one. */
export function makeBreakCounter(startsAfterCr = false) {
  let afterCr = startsAfterCr;
  let count = 0;
  return {
    add(bytes: Uint8Array, from: number, to: number): void {
      for (let i = from; i < to; i++) {
        const byte = bytes[i];
        if (byte === 13 || (byte === 10 && !afterCr)) count++;
        afterCr = byte === 13;
      }
    },
    count: () => count,
  };
}
