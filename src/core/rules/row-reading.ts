import type { MissingValues } from "../schema/field";
import type { Values } from "./compile-expression";
import { valueReader } from "./row-values";
import { withOrigins } from "./rule-reach";
import type { RowVariable, RulesetScope } from "./ruleset-scope";

/**
 * Makes the reading of a row's cells as the values of the variables that rules need. A derived value that cannot be worked
 * out is taken as faulty, and `onFailure` hears of it once.
 */
export function makeRowReading({
  scope,
  reads,
  columnOf,
  missingValues,
  referenceDate,
  onFailure,
}: {
  scope: RulesetScope;
  reads: readonly RowVariable[];
  columnOf(field: string): number;
  missingValues: MissingValues | undefined;
  /** An ISO day. */
  referenceDate: string;
  onFailure(variable: string, error: unknown): void;
}) {
  const values: Values = { referenceDate: new Date(`${referenceDate}T00:00:00Z`) };
  const failed = new Set<string>();
  const steps = withOrigins(reads, scope).map((variable) => {
    const { name } = variable;
    values[name] = undefined;
    if (variable.field === null) {
      const { expression } = variable;
      return (_: readonly string[]) => {
        try {
          values[name] = expression.known(values);
        } catch (error) {
          values[name] = null;
          if (!failed.has(name)) onFailure(name, error);
          failed.add(name);
        }
      };
    }
    const read = valueReader(variable.field, missingValues);
    const at = columnOf(variable.field.name);
    return (cells: readonly string[]) => {
      values[name] = read(cells[at]);
    };
  });

  return {
    /** The values of the row that was read last. */
    values,
    read(cells: readonly string[]): void {
      for (const step of steps) step(cells);
    },
  };
}
