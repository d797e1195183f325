import { makeTypeGuesser } from "../schema/infer-type";

export interface ColumnProfile {
  name: string;
  field: string | null;
  type: string;
  empty: number;
  /** Share (0-1) of the cells with content that are of the type. */
  fits: number;
  minLength: number;
  maxLength: number;
}

/** Learns one column in constant memory: emptiness, lengths, and its type when no field gives one. */
export function makeColumnProfile(name: string, field: { name: string; type: string } | null) {
  const guesser = field ? null : makeTypeGuesser();
  let filled = 0;
  let empty = 0;
  let misfits = 0;
  let minLength = Number.POSITIVE_INFINITY;
  let maxLength = 0;
  return {
    add(cell: string): void {
      const { length } = cell;
      if (length === 0) {
        empty++;
        return;
      }
      filled++;
      if (length < minLength) minLength = length;
      if (length > maxLength) maxLength = length;
      if (guesser) guesser.add(cell);
    },
    addMisfit(): void {
      misfits++;
    },
    result(): ColumnProfile {
      const guess = guesser?.result();
      const fits = guess ? guess.fits : filled === 0 ? 1 : 1 - misfits / filled;
      return {
        name,
        field: field?.name ?? null,
        type: field?.type ?? guess?.type ?? "string",
        empty,
        fits,
        minLength: filled === 0 ? 0 : minLength,
        maxLength,
      };
    },
  };
}
