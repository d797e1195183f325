import type { TypeReader } from "./cell-fault";
import { type ConstraintCheck, failConstraint as fail } from "./fail-constraint";
import type { Field } from "./field";
import { readLimit } from "./read-limit";

/** Compiles a field's four bounds into one check; null when it has none. What cannot be compared (NaN) is out of bounds. */
export function compileRange(field: Field, type: TypeReader): ConstraintCheck | null {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum } = field.constraints ?? {};
  const read = (limit: string | number | undefined) =>
    limit === undefined ? null : readLimit(limit, field, type);
  const least = read(minimum);
  const most = read(maximum);
  const above = read(exclusiveMinimum);
  const below = read(exclusiveMaximum);
  if (least === null && most === null && above === null && below === null) return null;
  // Years are not amounts: as texts they are shown without a thousands separator.
  const show = (limit: string | number = "") => (field.type === "year" ? String(limit) : limit);
  return (cell, value) => {
    if (least !== null && !(value >= least)) return fail("minimum", cell, { limit: show(minimum) });
    if (most !== null && !(value <= most)) return fail("maximum", cell, { limit: show(maximum) });
    if (above !== null && !(value > above))
      return fail("minimum", cell, { limit: show(exclusiveMinimum), isExclusive: true });
    return below !== null && !(value < below)
      ? fail("maximum", cell, { limit: show(exclusiveMaximum), isExclusive: true })
      : null;
  };
}
