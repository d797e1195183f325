import type { Field, MissingValues } from "./field";
import type { FieldProblem } from "./field-problems";
import { fold } from "./fold-label";
import { missingTokens } from "./missing-tokens";

type Names = string | string[];

interface Parts {
  fields: Field[];
  missingValues?: MissingValues | undefined;
  primaryKey?: Names | undefined;
  uniqueKeys?: Names[] | undefined;
  foreignKeys?: { fields: Names; reference: { resource?: string | undefined; fields: Names } }[] | undefined;
}

type Path = (string | number)[];

/** What in the parts of a schema does not fit together: names used twice, keys that name no field. */
export function schemaProblems(schema: Parts): FieldProblem[] {
  const { fields, primaryKey, uniqueKeys = [], foreignKeys = [] } = schema;
  const known = new Set(fields.map(({ name }) => name));
  const problems = [...nameProblems(fields), ...aliasProblems(fields)];
  const check = (names: Names, path: Path) => {
    const seen = new Set<string>();
    [names].flat().forEach((name, i) => {
      const at = typeof names === "string" ? path : [...path, i];
      if (!known.has(name)) problems.push({ path: at, message: `names no field: ${name}` });
      else if (seen.has(name)) problems.push({ path: at, message: "is named twice" });
      seen.add(name);
    });
  };
  if (primaryKey !== undefined) check(primaryKey, ["primaryKey"]);
  uniqueKeys.forEach((key, i) => {
    check(key, ["uniqueKeys", i]);
  });
  foreignKeys.forEach(({ fields: names, reference }, i) => {
    const path = ["foreignKeys", i];
    check(names, [...path, "fields"]);
    if (!reference.resource) check(reference.fields, [...path, "reference", "fields"]);
    if ([names].flat().length !== [reference.fields].flat().length)
      problems.push({ path: [...path, "reference", "fields"], message: "are not as many as the key has" });
  });
  problems.push(...tokenProblems(schema.missingValues, ["missingValues"]));
  fields.forEach((field, i) => {
    problems.push(...tokenProblems(field.missingValues, ["fields", i, "missingValues"]));
  });
  return problems;
}

function nameProblems(fields: readonly Field[]): FieldProblem[] {
  const seen = new Set<string>();
  return fields.flatMap(({ name }, i) => {
    const isTwice = seen.has(name);
    seen.add(name);
    return isTwice ? [{ path: ["fields", i, "name"], message: "is used twice" }] : [];
  });
}

function aliasProblems(fields: readonly Field[]): FieldProblem[] {
  const owners = new Map(fields.map(({ name }, i) => [fold(name), i]));
  return fields.flatMap(({ aliases = [] }, i) =>
    aliases.flatMap((alias, at) => {
      const owner = owners.get(fold(alias)) ?? i;
      owners.set(fold(alias), owner);
      const message = `also stands for the field ${fields[owner]?.name}`;
      return owner === i ? [] : [{ path: ["fields", i, "aliases", at], message }];
    }),
  );
}

function tokenProblems(values: MissingValues | undefined, path: Path): FieldProblem[] {
  if (values === undefined) return [];
  const tokens = missingTokens(values);
  const at = tokens.findIndex((token, i) => tokens.indexOf(token) < i);
  return at < 0 ? [] : [{ path: [...path, at], message: "is there twice" }];
}
