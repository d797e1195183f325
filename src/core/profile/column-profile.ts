import { compileType } from "../schema/compile-type";
import type { Field } from "../schema/field";
import { makeDistinctSketch } from "./distinct-sketch";
import { type Form, formOf, type Guess, guessType } from "./guess-type";
import { hashText } from "./hash-text";
import { histogram } from "./histogram";
import { profilePlainly } from "./plain-profile";
import type { ColumnProfile } from "./profile";
import { makeReservoir } from "./reservoir";
import { type CountedValue, makeValueCounts, type ValueCounts } from "./value-counts";
import { makeValueRange } from "./value-range";

const mostValues = 1024;
const leastValues = 64;
const valuesOfFile = 200_000;
const mostSamples = 400;
const few = 20;
const shown = 5;
const ordered = new Set(["integer", "number", "date", "datetime", "time", "year", "yearmonth"]);

export interface ColumnProfiler {
  add(cell: string): void;
  addMisfit(): void;
  result(): ColumnProfile;
}

/** Makes the profiler of one of `columns` columns, which share one budget, so that a wide file takes no more than a narrow one. */
export function profileColumn(name: string, field: Field | null, columns: number): ColumnProfiler {
  const share = valuesOfFile / Math.max(1, columns);
  if (share < leastValues) return profilePlainly(name, field, Math.max(4, Math.floor(share)));
  return profileFully(name, field, Math.min(mostValues, 2 ** Math.floor(Math.log2(share))));
}

/**
 * Learns one column in constant memory and one pass, remembering up to `capacity` (a power of two) different values; the
 * type is guessed when no field gives it.
 */
export function profileFully(name: string, field: Field | null, capacity: number): ColumnProfiler {
  const counts = makeValueCounts(capacity);
  const samples = makeReservoir(Math.min(mostSamples, capacity));
  let sketch: ReturnType<typeof makeDistinctSketch> | null = null;
  let guess: Guess | null = field ? guessOf(field) : null;
  let range = rangeOf(guess);
  let untilSample = 0;
  let filled = 0;
  let empty = 0;
  let misfits = 0;
  let minLength = Number.POSITIVE_INFINITY;
  let maxLength = 0;

  /** The table is full and still holds every value there was: the sketch takes over, and the type is settled. */
  function outgrow(): void {
    sketch = makeDistinctSketch();
    counts.eachHash(sketch.add);
    if (guess === null) settle();
  }

  function settle(): void {
    const values = counts.values();
    guess = guessType(values);
    range = rangeOf(guess);
    for (const { text, count } of values) {
      range?.add(text);
      if (count > 1) range?.repeat();
    }
  }

  function addUnknown(cell: string, hash: number): void {
    const { length } = cell;
    if (length < minLength) minLength = length;
    if (length > maxLength) maxLength = length;
    sketch?.add(hash);
    range?.add(cell);
  }

  return {
    add(cell: string): void {
      if (cell.length === 0) {
        empty++;
        return;
      }
      filled++;
      if (--untilSample < 0) untilSample = samples.add(cell);
      const hash = hashText(cell);
      if (sketch === null && counts.isFull()) outgrow();
      if (counts.add(hash, cell)) range?.repeat();
      else addUnknown(cell, hash);
    },
    addMisfit(): void {
      misfits++;
    },
    result(): ColumnProfile {
      if (guess === null) settle();
      const isExact = counts.isExact();
      const values = isExact
        ? counts.values()
        : samples.texts().map((text): CountedValue => ({ text, count: 1 }));
      const seen = field ? null : guessType(values);
      const form = field ? formOf(field) : (seen?.form ?? {});
      // The first values may have shown a narrower type than all do: then their range is not the column's.
      const isSame = field !== null || (guess !== null && sameForm(guess.form, form));
      const held = isSame ? range : null;
      const fits = seen ? seen.fits : filled === 0 ? 1 : 1 - misfits / filled;
      return {
        ...form,
        name,
        field: field?.name ?? null,
        type: form.type ?? "string",
        empty,
        filled,
        fits,
        distinct: isExact ? counts.size() : Math.min(filled, sketch?.estimate() ?? 0),
        isExact,
        grows: held?.grows() ?? false,
        min: held?.min() ?? null,
        max: held?.max() ?? null,
        minLength: filled === 0 ? 0 : minLength,
        maxLength,
        top: topOf(counts, filled),
        ...(seen?.isDayUncertain && { isDayUncertain: true }),
        histogram:
          held && guess?.reader
            ? histogram(values, {
                reader: guess.reader,
                least: held.least(),
                greatest: held.greatest(),
                total: filled,
              })
            : null,
      };
    },
  };
}

function guessOf(field: Field): Guess {
  const { type = "string" } = field;
  return { form: formOf(field), reader: ordered.has(type) ? compileType(field) : null, fits: 1 };
}

function rangeOf(guess: Guess | null) {
  return guess?.reader && ordered.has(guess.form.type ?? "") ? makeValueRange(guess.reader) : null;
}

const sameForm = (a: Form, b: Form) =>
  a.type === b.type &&
  a.format === b.format &&
  a.decimalChar === b.decimalChar &&
  a.groupChar === b.groupChar;

function topOf(counts: ValueCounts, filled: number): CountedValue[] {
  const values = counts.values();
  const most = counts.isExact() && values.length <= few ? few : shown;
  const least = counts.isExact() ? 2 : Math.max(counts.floor(), filled / 1000);
  return values
    .filter(({ count }) => count >= least)
    .sort((a, b) => b.count - a.count)
    .slice(0, most);
}
