import type { TypeReader } from "../schema/cell-fault";
import type { CountedValue } from "./value-counts";

const bins = 12;

/** How many of `total` cells lie in each of twelve equal parts between `least` and `greatest`, judged by the values given. */
export function histogram(
  values: readonly CountedValue[],
  { reader, least, greatest, total }: { reader: TypeReader; least: number; greatest: number; total: number },
): number[] | null {
  if (!(greatest > least)) return null;
  const counts = new Array<number>(bins).fill(0);
  let seen = 0;
  for (const { text, count } of values) {
    const value = reader.read(text);
    if (typeof value !== "number" || !(value >= least && value <= greatest)) continue;
    const at = Math.min(bins - 1, Math.floor(((value - least) / (greatest - least)) * bins));
    counts[at] = (counts[at] ?? 0) + count;
    seen += count;
  }
  return seen === 0 ? null : counts.map((count) => Math.round((count / seen) * total));
}
