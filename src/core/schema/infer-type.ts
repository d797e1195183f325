const grouped = "\\d{1,3}(?:[ \\u00A0\\u202F]\\d{3})+";
const candidates: { type: string; pattern: RegExp }[] = [
  { type: "integer", pattern: /^[+-]?(?:0|[1-9]\d{0,17})$/ },
  { type: "number", pattern: new RegExp(`^[+-]?(?:0|[1-9]\\d{0,17}|${grouped})(?:[.,]\\d+)?$`) },
  { type: "boolean", pattern: /^(?:true|false|yes|no|oui|non)$/i },
  { type: "date", pattern: /^(?:\d{4}[-/]\d{2}[-/]\d{2}|\d{2}[-/.]\d{2}[-/.]\d{4})$/ },
  { type: "datetime", pattern: /^\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}/ },
  { type: "time", pattern: /^\d{1,2}:\d{2}(?::\d{2})?$/ },
];
const leadingZero = /^0\d+$/;

const fullLook = 10_000;
const everyNth = 64;
const longest = 40;
const enough = 0.9;

/** Guesses a column's type from its cells with content: all of the first 10,000, then one in 64. */
export function makeTypeGuesser() {
  const fits = candidates.map(() => 0);
  let seen = 0;
  let looked = 0;
  let isCode = false;
  return {
    add(cell: string): void {
      if (++seen > fullLook && seen % everyNth !== 0) return;
      looked++;
      if (cell.length > longest) return;
      // 08857 is a code: read as a number it would lose its zero.
      if (!isCode && leadingZero.test(cell)) isCode = true;
      candidates.forEach(({ pattern }, i) => {
        if (pattern.test(cell)) fits[i] = (fits[i] ?? 0) + 1;
      });
    },
    /** The narrowest type that at least nine in ten cells fit, with the share (0-1) that does; else string. */
    result(): { type: string; fits: number } {
      let best = { type: "string", fits: 0 };
      if (looked === 0) return { type: "string", fits: 1 };
      candidates.forEach(({ type }, i) => {
        if (isCode && (type === "integer" || type === "number")) return;
        const share = (fits[i] ?? 0) / looked;
        if (share >= enough && share > best.fits) best = { type, fits: share };
      });
      return best.type === "string" ? { type: "string", fits: 1 } : best;
    },
  };
}
