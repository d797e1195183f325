export type Random = ReturnType<typeof makeRandom>;

const modulus = 2_147_483_647;

/** Numbers that look random and are the same for the same seed (a Lehmer generator). */
export function makeRandom(seed: number) {
  let state = (Math.abs(Math.trunc(seed)) % (modulus - 1)) + 1;

  function next(): number {
    state = (state * 48_271) % modulus;
    return state / modulus;
  }
  for (let i = 0; i < 8; i++) next();

  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    /** A whole number, both ends included. */
    whole,
    chance: (share: number) => next() < share,
    pick<T>(list: readonly T[]): T {
      const item = list[whole(0, list.length - 1)];
      if (item === undefined) throw new RangeError("an empty list");
      return item;
    },
  };
}
