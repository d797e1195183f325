/** A growing set of row numbers, one bit each. */
export function makeRowSet() {
  let words = new Uint32Array(1024);
  let size = 0;
  return {
    /** Adds a row number; adding one twice counts once. */
    add(row: number): void {
      const at = row >>> 5;
      if (at >= words.length) {
        const grown = new Uint32Array(Math.max(at + 1, words.length * 2));
        grown.set(words);
        words = grown;
      }
      const bit = 1 << (row & 31);
      const word = words[at] ?? 0;
      if (word & bit) return;
      words[at] = word | bit;
      size++;
    },
    size: () => size,
    /** One bit a row number, in order, without the empty end. */
    bits(): Uint32Array {
      let end = words.length;
      while (end > 0 && words[end - 1] === 0) end--;
      return words.slice(0, end);
    },
    /** Calls back with each row number, in order. */
    each(visit: (row: number) => void): void {
      words.forEach((word, at) => {
        for (let bit = 0; word !== 0 && bit < 32; bit++) if (word & (1 << bit)) visit(at * 32 + bit);
      });
    },
  };
}

/** Whether a row number is among the bits that `bits` gave. */
export function hasRow(bits: Uint32Array, row: number): boolean {
  return ((bits[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;
}
