/** A Table Schema that fits `makeTypedFile`: ten typed columns, three constraints. */
export const schemaWithoutKey = {
  fields: [
    { name: "id", type: "integer", constraints: { required: true } },
    { name: "date", type: "date" },
    { name: "code", type: "string", constraints: { maxLength: 8 } },
    { name: "name", type: "string" },
    { name: "amount", type: "number", constraints: { minimum: 0 } },
    { name: "units", type: "integer" },
    { name: "flag", type: "boolean" },
    { name: "city", type: "string" },
    { name: "ref", type: "string" },
    { name: "note", type: "string" },
  ],
};
export const typedFileSchema = { ...schemaWithoutKey, primaryKey: "id" };

export const keyRuleset = { id: "bench", title: "Bench", schema: typedFileSchema };

/** What one file of sound rows gives: the last row breaks each of the two group rules. */
export const plantedWarnings = 2;

/** The same with two rules over groups of rows. */
export const setsRuleset = {
  ...keyRuleset,
  id: "bench-sets",
  rules: [
    {
      id: "total-of-code-and-day",
      kind: "group",
      severity: "warning",
      by: ["code", "date"],
      where: "units > 0",
      measures: { total: { sum: "amount" } },
      check: "total <= 500000.0",
      columns: ["amount"],
      message: {
        en: "{code} comes to {total} on {date}, in {rows} rows.",
        fr: "{code} s'élève à {total} le {date}, en {rows} lignes.",
      },
    },
    {
      id: "names-of-city",
      kind: "group",
      severity: "warning",
      by: ["city"],
      measures: { names: { distinct: "name" } },
      check: "names <= 5",
      mark: "name == 'Name 1000'",
      columns: ["name"],
      message: { en: "{city} has {names} names.", fr: "{city} a {names} noms." },
    },
  ],
};
