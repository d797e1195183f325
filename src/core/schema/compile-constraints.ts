import { categoryValues } from "./categories";
import type { TypeReader, Value } from "./cell-fault";
import { compileRange } from "./compile-range";
import { type ConstraintCheck, failConstraint as fail } from "./fail-constraint";
import type { Field } from "./field";
import { compileJsonSchema } from "./json-schema";
import { makeNearest } from "./nearest";
import { compilePattern } from "./pattern";
import { readEntry } from "./read-limit";
import { textLength } from "./text-length";

const shown = 20;

/** Compiles a field's constraints but for `required` and `unique`; null when it has none. */
export function compileConstraints(field: Field, type: TypeReader): ConstraintCheck | null {
  const { minLength, maxLength, pattern, jsonSchema, enum: entries } = field.constraints ?? {};
  const allowed = entries ?? (field.categories && categoryValues(field.categories));
  const checks: ConstraintCheck[] = [];
  if (minLength !== undefined || maxLength !== undefined)
    checks.push(lengthCheck(type, minLength, maxLength));
  const range = compileRange(field, type);
  if (range) checks.push(range);
  if (pattern !== undefined) checks.push(patternCheck(pattern));
  if (allowed !== undefined) checks.push(enumCheck(field, type, allowed));
  if (jsonSchema !== undefined) checks.push(jsonSchemaCheck(jsonSchema, type));
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

function lengthCheck(type: TypeReader, least = 0, most = Number.POSITIVE_INFINITY): ConstraintCheck {
  const { size } = type;
  return (cell) => {
    // A character takes one or two code units, so most texts need no count.
    if (size === undefined && cell.length >= 2 * least && cell.length <= most) return null;
    const length = size === undefined ? textLength(cell) : size(cell);
    const items = size !== undefined && { items: true };
    if (length < least) return fail("min-length", cell, { limit: least, length, ...items });
    return length > most ? fail("max-length", cell, { limit: most, length, ...items }) : null;
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

function enumCheck(field: Field, type: TypeReader, allowed: readonly unknown[]): ConstraintCheck {
  const values = new Set<Value | null>(allowed.map((entry) => readEntry(entry, field, type)));
  const texts = allowed.map((entry) => (typeof entry === "object" ? JSON.stringify(entry) : String(entry)));
  const nearest = makeNearest(texts);
  const { identity } = type;
  return (cell, value) =>
    values.has(identity === undefined ? value : identity(cell))
      ? null
      : fail("enum", cell, { allowed: texts.slice(0, shown), isWhole: texts.length <= shown }, nearest(cell));
}

function jsonSchemaCheck(schema: Record<string, unknown>, type: TypeReader): ConstraintCheck {
  const judge = compileJsonSchema(schema);
  return (cell) => {
    const problem = judge(type.parse?.(cell));
    return problem === null ? null : fail("json-schema", cell, { ...problem });
  };
}
