import type { Params } from "../findings/finding";
import { textsAsParams } from "../findings/rule-message";
import { entryFinder } from "../references/find-entry";
import type { LoadedTable } from "../references/load-table";
import { quoteValue } from "../schema/quote-value";
import type { ActiveRule } from "./active-rules";
import type { Values } from "./compile-expression";
import { type CompiledReferenceRule, keyOfTable } from "./compile-reference-rule";
import { guardedRowCheck, type RowCheck, type RowCheckContext } from "./row-rule-check";

/**
 * Makes the check of a rule that looks each row up in a reference table. It says nothing of a row whose key or day is
 * missing or, which is counted, faulty.
 */
export function referenceCheck(
  one: ActiveRule<CompiledReferenceRule>,
  loaded: LoadedTable,
  context: RowCheckContext,
): RowCheck {
  const { rule, table, when, key, narrow, validOn, check, impact } = one;
  const find = entryFinder(
    loaded,
    keyOfTable(table),
    narrow.map(({ column }) => column),
  );
  const names = key.map(({ name }) => name);
  const columns = table.schema.fields.map(({ name }) => name);
  const texts = {
    none: textsAsParams({ message: rule.unknown ?? rule.message }),
    inactive: textsAsParams({ message: rule.inactive ?? rule.message }),
  };

  function lookUp(values: Values) {
    const day = validOn ? values[validOn.name] : null;
    return find(
      names.map((name) => values[name]),
      narrow.map(({ value }) => values[value.name]),
      day instanceof Date ? day.getTime() : null,
    );
  }

  function paramsOf(cells: readonly (string | undefined)[]): Params {
    const params: Params = { found: "yes" };
    columns.forEach((name, i) => {
      const cell = cells[i];
      if (cell !== undefined) params[`entry.${name}`] = quoteValue(cell);
    });
    return params;
  }

  return guardedRowCheck(one, context, (values) => {
    if (when) {
      const isMeant = when.known(values);
      if (isMeant !== true) return isMeant === null ? "faulty" : null;
    }
    const needed = validOn ? [...names, validOn.name] : names;
    if (needed.some((name) => values[name] === null)) return "faulty";
    if (needed.some((name) => values[name] === undefined)) return null;
    const found = lookUp(values);
    if (found.kind !== "found")
      return { params: { found: found.kind }, texts: texts[found.kind], impact: undefined };
    if (!check) return null;
    const { entry } = found;
    const all: Values = { ...values, entry: entry.values };
    for (const name in entry.values) all[`entry.${name}`] = entry.values[name];
    const isRight = check.known(all);
    if (isRight === null) return "faulty";
    if (isRight !== false) return null;
    return { params: paramsOf(entry.cells), impact: impact?.known(all) };
  });
}
