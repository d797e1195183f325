import type { ReferenceTable } from "../schema/reference-table";
import { makeEnvironment } from "./cel-environment";
import { type Expression, wanted } from "./compile-expression";
import { fieldVariables } from "./field-variables";
import type { ReferenceRule } from "./rule";
import type { RuleCompiler } from "./rule-compiler";
import type { RowVariable, RulesetScope } from "./ruleset-scope";

export interface CompiledReferenceRule {
  kind: "reference";
  rule: ReferenceRule;
  table: ReferenceTable;
  when: Expression | null;
  key: RowVariable[];
  narrow: { column: string; value: RowVariable }[];
  validOn: RowVariable | null;
  /** Over the row's variables and `entry`. */
  check: Expression | null;
  impact: Expression | null;
}

const structs: ReadonlySet<string> = new Set(["entry"]);

/** The columns by which a table is looked up when a rule or a key does not say which. */
export function keyOfTable({ key, schema }: ReferenceTable): string[] {
  return key ?? (schema.primaryKey === undefined ? [] : [schema.primaryKey].flat());
}

export function compileReferenceRule(
  rule: ReferenceRule,
  compiler: RuleCompiler,
  scope: RulesetScope,
  tables: readonly ReferenceTable[],
): CompiledReferenceRule | null {
  const { tell, expression } = compiler;
  const table = tables.find(({ name }) => name === rule.table);
  if (!table) {
    tell(["table"], `names no reference: ${rule.table}`);
    return null;
  }
  const columns = fieldVariables(table.schema.fields);
  const key = compiler.variables("key", rule.key);
  const keyColumns = keyOfTable(table);
  if (keyColumns.length === 0) tell(["table"], `has no key: give the reference ${table.name} a key`);
  else if (keyColumns.length !== rule.key.length)
    tell(["key"], `must have as many parts as the table's key: ${keyColumns.join(", ")}`);
  const narrow = Object.entries(rule.narrow ?? {}).flatMap(([column, name]) => {
    if (!columns.some(({ field }) => field.name === column))
      tell(["narrow", column], `is no column of the table ${table.name}`);
    const value = scope.find(name);
    if (!value) tell(["narrow", column], `names no field and no derived value: ${name}`);
    return value ? [{ column, value }] : [];
  });
  const validOn = rule.validOn === undefined ? null : scope.find(rule.validOn);
  if (rule.validOn !== undefined && validOn?.type !== "google.protobuf.Timestamp")
    tell(["validOn"], `names no date: ${rule.validOn}`);
  if (rule.validOn !== undefined && !table.validFrom && !table.validTo)
    tell(["validOn"], `the table ${table.name} has neither validFrom nor validTo`);
  const environment = makeEnvironment([
    ...scope.variables.map(({ name, type }) => ({ name, type })),
    { name: "entry", members: Object.fromEntries(columns.map(({ name, type }) => [name, type])) },
  ]);
  const when = expression(["when"], rule.when);
  const check = expression(["check"], rule.check, wanted.truth, environment, structs);
  const impact = expression(["impact"], rule.impact, wanted.number, environment, structs);
  if (compiler.problems.length > 0) return null;
  return { kind: "reference", rule, table, when, key, narrow, validOn, check, impact };
}
