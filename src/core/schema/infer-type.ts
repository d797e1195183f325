const candidates: [type: string, pattern: RegExp][] = [
  ["integer", /^[+-]?(?:0|[1-9]\d{0,17})$/],
  ["number", /^[+-]?\d+(?:[.,]\d+)?$/],
  ["boolean", /^(?:true|false|yes|no|oui|non)$/i],
  ["date", /^(?:\d{4}-\d{2}-\d{2}|\d{2}\/\d{2}\/\d{4})$/],
  ["datetime", /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/],
  ["time", /^\d{2}:\d{2}(?::\d{2})?$/],
];

const fullLook = 10_000;
const everyNth = 64;

/** Guesses a column's type from its cells: all of the first 10,000, then one in 64. */
export function makeTypeGuesser() {
  const fits = candidates.map(() => 0);
  let seen = 0;
  let looked = 0;
  return {
    add(cell: string): void {
      if (++seen > fullLook && seen % everyNth !== 0) return;
      looked++;
      if (cell.length > 40) return;
      for (let i = 0; i < candidates.length; i++)
        if (candidates[i]?.[1].test(cell)) fits[i] = (fits[i] ?? 0) + 1;
    },
    /** The narrowest type that at least nine in ten cells fit, with the share (0-1) that does; else string. */
    result(): { type: string; fits: number } {
      let best = { type: "string", fits: looked === 0 ? 1 : 0 };
      candidates.forEach(([type], i) => {
        const share = looked === 0 ? 0 : (fits[i] ?? 0) / looked;
        if (share >= 0.9 && share > best.fits) best = { type, fits: share };
      });
      return best.type === "string" ? { type: "string", fits: 1 } : best;
    },
  };
}
