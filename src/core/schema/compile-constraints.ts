import type { CellFault } from "./compile-field";
import type { TypeReader } from "./compile-type";
import { nearest } from "./nearest";
import { quoteValue } from "./quote-value";
import { compilePattern } from "./safe-pattern";
import type { Field } from "./table-schema";

type Value = string | number | boolean;
type ConstraintCheck = (cell: string, value: Value) => CellFault | null;

/** Compiles a field's constraints but for `required`; null when it has none. */
export function compileConstraints(field: Field, readType: TypeReader): ConstraintCheck | null {
  const { minLength, maxLength, minimum, maximum, pattern, enum: allowed } = field.constraints ?? {};
  const checks: ConstraintCheck[] = [];
  const fail = (code: string, cell: string, params: CellFault["params"]) => ({
    code,
    params: { ...params, value: quoteValue(cell) },
  });
  if (minLength !== undefined)
    checks.push((cell) =>
      cell.length < minLength ? fail("min-length", cell, { limit: minLength, length: cell.length }) : null,
    );
  if (maxLength !== undefined)
    checks.push((cell) =>
      cell.length > maxLength ? fail("max-length", cell, { limit: maxLength, length: cell.length }) : null,
    );
  if (minimum !== undefined) {
    const limit = readLimit(minimum, readType);
    checks.push((cell, value) =>
      limit !== null && value < limit ? fail("minimum", cell, { limit: minimum }) : null,
    );
  }
  if (maximum !== undefined) {
    const limit = readLimit(maximum, readType);
    checks.push((cell, value) =>
      limit !== null && value > limit ? fail("maximum", cell, { limit: maximum }) : null,
    );
  }
  if (pattern !== undefined) {
    const matches = compilePattern(pattern);
    checks.push((cell) => (matches(cell) ? null : fail("pattern", cell, { pattern })));
  }
  if (allowed) {
    const texts = allowed.map(String);
    const values = new Set<Value>(
      allowed.map((entry) => (typeof entry === "string" ? (readLimit(entry, readType) ?? entry) : entry)),
    );
    checks.push((cell, value) => {
      if (values.has(value)) return null;
      const suggestion = nearest(cell, texts);
      return fail("enum", cell, { allowed: texts.slice(0, 20), ...(suggestion !== null && { suggestion }) });
    });
  }
  if (checks.length === 0) return null;
  return (cell, value) => {
    for (const check of checks) {
      const fault = check(cell, value);
      if (fault) return fault;
    }
    return null;
  };
}

function readLimit(limit: string | number, readType: TypeReader): Value | null {
  if (typeof limit === "number") return limit;
  const read = readType(limit);
  return "fault" in read ? null : read.value;
}
