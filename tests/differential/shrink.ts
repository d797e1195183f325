import type { Case } from "./case";

/** The smallest case, by leaving out rows, columns and parts of the schema, of which `fails` is still true. */
export async function shrink(test: Case, fails: (smaller: Case) => Promise<boolean>): Promise<Case> {
  let smallest = test;
  for (let goesOn = true; goesOn; ) {
    goesOn = false;
    for (const smaller of smallerCases(smallest)) {
      if (!(await fails(smaller))) continue;
      smallest = smaller;
      goesOn = true;
      break;
    }
  }
  return smallest;
}

function* smallerCases(test: Case): Generator<Case> {
  const { rows, schema, labels } = test;
  for (let size = Math.ceil(rows.length / 2); size > 0; size = size === 1 ? 0 : Math.ceil(size / 2))
    for (let at = 0; at < rows.length; at += size) yield { ...test, rows: rows.toSpliced(at, size) };
  for (let at = 0; at < schema.fields.length && schema.fields.length > 1; at++) yield withoutColumn(test, at);
  const { fields } = schema;
  for (const part of ["primaryKey", "uniqueKeys", "missingValues"] as const)
    if (schema[part] !== undefined) yield { ...test, schema: { ...schema, [part]: undefined } };
  for (const [i, field] of fields.entries()) {
    if (field.constraints !== undefined)
      yield { ...test, schema: { ...schema, fields: fields.with(i, { ...field, constraints: undefined }) } };
  }
  if (labels !== null) {
    const names = fields.map(({ name }) => name);
    if (labels.join() !== names.join()) yield { ...test, labels: names };
  }
}

function withoutColumn(test: Case, at: number): Case {
  const { schema, labels, rows } = test;
  const gone = schema.fields[at]?.name;
  const kept = (keys: string[] | undefined) => keys?.filter((name) => name !== gone);
  const key = kept(schema.primaryKey);
  const fields = schema.fields.toSpliced(at, 1);
  return {
    ...test,
    schema: {
      ...schema,
      fields,
      primaryKey: key?.length ? key : undefined,
      uniqueKeys: schema.uniqueKeys?.filter((names) => !names.includes(gone ?? "")),
    },
    labels: labels === null ? null : labels.toSpliced(at, 1),
    rows: rows.map((cells) => (at < cells.length ? cells.toSpliced(at, 1) : cells)),
  };
}
