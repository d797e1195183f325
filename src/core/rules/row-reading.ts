import type { MissingValues } from "../schema/field";
import type { ActiveRule } from "./active-rules";
import type { Values } from "./compile-expression";
import { valueReader } from "./row-values";
import { readByName, withOrigins } from "./rule-reach";
import type { RulesetScope } from "./ruleset-scope";

export type RowReading = ReturnType<typeof makeRowReading>;

/**
 * Makes the reading of a row's cells as the values of the variables that rules need. A derived value that cannot be worked
 * out is taken as faulty, and `onFailure` hears of it once.
 */
export function makeRowReading({
  scope,
  rules,
  columnOf,
  missingValues,
  referenceDate,
  onFailure,
}: {
  scope: RulesetScope;
  rules: readonly ActiveRule[];
  columnOf(field: string): number;
  missingValues: MissingValues | undefined;
  /** An ISO day. */
  referenceDate: string;
  onFailure(variable: string, error: unknown): void;
}) {
  const origins = withOrigins(
    rules.flatMap(({ reads }) => reads),
    scope,
  );
  const named = new Set(rules.flatMap((rule) => readByName(rule, scope)));
  for (const { field, ...variable } of origins)
    if ("expression" in variable)
      for (const name of [...variable.expression.reads, ...variable.expression.asked]) named.add(name);
  const slots: unknown[] = origins.map(() => undefined);
  const values: Values = { referenceDate: new Date(`${referenceDate}T00:00:00Z`) };
  const failed = new Set<string>();
  const steps = origins.map((variable, slot) => {
    const { name } = variable;
    const isNamed = named.has(name);
    if (isNamed) values[name] = undefined;
    if (variable.field === null) {
      const { expression } = variable;
      return (_: readonly string[]) => {
        try {
          slots[slot] = values[name] = expression.known(values);
        } catch (error) {
          slots[slot] = values[name] = null;
          if (!failed.has(name)) onFailure(name, error);
          failed.add(name);
        }
      };
    }
    const read = valueReader(variable.field, missingValues);
    const at = columnOf(variable.field.name);
    return (cells: readonly string[]) => {
      const value = read(cells[at]);
      slots[slot] = value;
      if (isNamed) values[name] = value;
    };
  });

  return {
    /** The values of the row that was read last, by name where a rule asks for it so, and by number. */
    values,
    slots,
    slotOf: (variable: string) => origins.findIndex(({ name }) => name === variable),
    read(cells: readonly string[]): void {
      for (const step of steps) step(cells);
    },
  };
}
