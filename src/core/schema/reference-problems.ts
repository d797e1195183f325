import type { RuleProblem } from "../rules/rule-problem";
import type { Overview, ReferenceTable } from "./reference-table";
import { foreignKeysOf } from "./schema-keys";
import type { TableSchema } from "./table-schema";

interface Parts {
  schema: TableSchema;
  references?: readonly ReferenceTable[] | undefined;
  overview?: Overview | undefined;
}

/** What is wrong with a ruleset's reference tables, the foreign keys that lead to them, and its overview. */
export function referenceProblems({ schema, references = [], overview }: Parts): RuleProblem[] {
  const problems: RuleProblem[] = [];
  references.forEach((table, at) => {
    const tell = (path: (string | number)[], message: string) =>
      void problems.push({ path: ["references", at, ...path], message });
    const columns = new Map(table.schema.fields.map((field) => [field.name, field]));
    if (references.findIndex(({ name }) => name === table.name) < at) tell(["name"], "is used twice");
    table.key?.forEach((name, i) => {
      if (!columns.has(name)) tell(["key", i], `names no column of the table: ${name}`);
    });
    for (const part of ["validFrom", "validTo"] as const) {
      const name = table[part];
      if (name !== undefined && columns.get(name)?.type !== "date")
        tell([part], `names no date column: ${name}`);
    }
    if (table.schema.foreignKeys) tell(["schema", "foreignKeys"], "are not for reference tables");
  });
  foreignKeysOf(schema).forEach(({ resource, referenced }, at) => {
    if (resource === null) return;
    const path = ["schema", "foreignKeys", at, "reference"];
    const table = references.find(({ name }) => name === resource);
    // A plain Table Schema may name a resource that is not at hand: the run says that it was not checked.
    if (!table) return;
    for (const name of referenced)
      if (!table.schema.fields.some((field) => field.name === name))
        problems.push({
          path: [...path, "fields"],
          message: `names no column of the table ${resource}: ${name}`,
        });
  });
  if (overview) problems.push(...overviewProblems(overview, schema));
  return problems;
}

function overviewProblems({ by, day }: Overview, { fields }: TableSchema): RuleProblem[] {
  const problems: RuleProblem[] = [];
  if (!fields.some(({ name }) => name === by))
    problems.push({ path: ["overview", "by"], message: `names no field: ${by}` });
  if (day !== undefined && fields.find(({ name }) => name === day)?.type !== "date")
    problems.push({ path: ["overview", "day"], message: `names no date field: ${day}` });
  return problems;
}
