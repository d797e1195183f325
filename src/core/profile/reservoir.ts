import { keepText } from "./keep-text";

/**
 * Keeps `size` of all texts, each with the same chance; the choice is the same for the same file. `add` says how many texts
 * need not be shown before the next.
 */
export function makeReservoir(size: number) {
  const texts: string[] = [];
  let state = 0x9e3779b9;
  let weight = Math.exp(Math.log(random()) / size);

  function random(): number {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 1) / (2 ** 32 + 2);
  }

  return {
    add(text: string): number {
      if (texts.length < size) {
        texts.push(keepText(text));
        if (texts.length < size) return 0;
      } else {
        texts[Math.floor(random() * size)] = keepText(text);
        weight *= Math.exp(Math.log(random()) / size);
      }
      return Math.floor(Math.log(random()) / Math.log(1 - weight));
    },
    texts: () => texts,
  };
}
