import type { CellFault, TypeReader, Value } from "./cell-fault";
import type { Field } from "./field";
import { makeNearest } from "./nearest";
import { compilePattern } from "./pattern";
import { quoteValue } from "./quote-value";
import { readEntry, readLimit } from "./read-limit";
import { textLength } from "./text-length";

type ConstraintCheck = (cell: string, value: Value) => CellFault | null;

const shown = 20;

/** Compiles a field's constraints but for `required`; null when it has none. */
export function compileConstraints(field: Field, type: TypeReader): ConstraintCheck | null {
  const { minLength, maxLength, minimum, maximum, pattern, enum: allowed } = field.constraints ?? {};
  const checks: ConstraintCheck[] = [];
  if (minLength !== undefined || maxLength !== undefined) checks.push(lengthCheck(minLength, maxLength));
  if (minimum !== undefined || maximum !== undefined) checks.push(rangeCheck(field, type));
  if (pattern !== undefined) checks.push(patternCheck(pattern));
  if (allowed !== undefined) checks.push(enumCheck(field, type, allowed));
  const [first, ...others] = checks;
  if (first === undefined) return null;
  if (others.length === 0) return first;
  return (cell, value) => {
    for (const check of checks) {
      const fault = check(cell, value);
      if (fault) return fault;
    }
    return null;
  };
}

function fail(
  code: string,
  cell: string,
  params: CellFault["params"],
  suggestion?: string | null,
): CellFault {
  const all = { ...params, value: quoteValue(cell) };
  return { code, params: typeof suggestion === "string" ? { ...all, suggestion } : all };
}

function lengthCheck(least = 0, most = Number.POSITIVE_INFINITY): ConstraintCheck {
  return (cell) => {
    // A character takes one or two code units, so most cells need no count.
    if (cell.length >= 2 * least && cell.length <= most) return null;
    const length = textLength(cell);
    if (length < least) return fail("min-length", cell, { limit: least, length });
    return length > most ? fail("max-length", cell, { limit: most, length }) : null;
  };
}

function rangeCheck(field: Field, type: TypeReader): ConstraintCheck {
  const { minimum, maximum } = field.constraints ?? {};
  const least = minimum === undefined ? null : readLimit(minimum, field, type);
  const most = maximum === undefined ? null : readLimit(maximum, field, type);
  // Years are not amounts: as texts they are shown without a thousands separator.
  const show = (limit: string | number = "") => (field.type === "year" ? String(limit) : limit);
  return (cell, value) => {
    if (least !== null && value < least) return fail("minimum", cell, { limit: show(minimum) });
    return most !== null && value > most ? fail("maximum", cell, { limit: show(maximum) }) : null;
  };
}

function patternCheck(pattern: string): ConstraintCheck {
  const { matches, longest } = compilePattern(pattern);
  return (cell) => {
    if (cell.length > longest) return fail("pattern", cell, { pattern, longest, length: cell.length });
    if (matches(cell)) return null;
    const trimmed = cell.trim();
    return fail("pattern", cell, { pattern }, trimmed !== cell && matches(trimmed) ? trimmed : null);
  };
}

function enumCheck(field: Field, type: TypeReader, allowed: readonly Value[]): ConstraintCheck {
  const values = new Set<Value | null>(allowed.map((entry) => readEntry(entry, field, type)));
  const texts = allowed.map(String);
  const nearest = makeNearest(texts);
  return (cell, value) =>
    values.has(value)
      ? null
      : fail("enum", cell, { allowed: texts.slice(0, shown), isWhole: texts.length <= shown }, nearest(cell));
}
