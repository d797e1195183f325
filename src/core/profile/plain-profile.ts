import type { Field } from "../schema/field";
import type { ColumnProfiler } from "./column-profile";
import { formOf, guessType } from "./guess-type";

const longest = 64;

/** Learns the little of a column that fits into a few hundred bytes; the type is guessed from its first `most` cells. */
export function profilePlainly(name: string, field: Field | null, most: number): ColumnProfiler {
  let samples: string[] | null = null;
  let filled = 0;
  let empty = 0;
  let misfits = 0;
  let minLength = Number.POSITIVE_INFINITY;
  let maxLength = 0;
  return {
    add(cell) {
      const { length } = cell;
      if (length === 0) {
        empty++;
        return;
      }
      filled++;
      if (length < minLength) minLength = length;
      if (length > maxLength) maxLength = length;
      if (field !== null || filled > most || length > longest) return;
      samples ??= [];
      samples.push(cell);
    },
    addMisfit() {
      misfits++;
    },
    result() {
      const guess = field ? null : guessType((samples ?? []).map((text) => ({ text, count: 1 })));
      const form = field ? formOf(field) : (guess?.form ?? {});
      return {
        ...form,
        name,
        field: field?.name ?? null,
        type: form.type ?? "string",
        empty,
        filled,
        fits: guess ? guess.fits : filled === 0 ? 1 : 1 - misfits / filled,
        distinct: null,
        isExact: false,
        grows: false,
        min: null,
        max: null,
        minLength: filled === 0 ? 0 : minLength,
        maxLength,
        top: [],
        histogram: null,
      };
    },
  };
}
