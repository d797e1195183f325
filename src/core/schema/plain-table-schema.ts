import { fold } from "./fold-label";

/** Parts of a Table Schema that describe it and check nothing. */
const about = [
  "name",
  "title",
  "description",
  "homepage",
  "version",
  "created",
  "keywords",
  "contributors",
  "examples",
];

export function isTableSchema(document: unknown): document is Record<string, unknown> {
  return typeof document === "object" && document !== null && "fields" in document && !("schema" in document);
}

/** The ruleset that a plain Table Schema stands for. Private and foreign properties (`_note`, `dc:creator`) are left out. */
export function fromTableSchema(document: Record<string, unknown>): unknown {
  const { name, title, description, fields } = document;
  const schema = own(document);
  for (const property of about) delete schema[property];
  const id =
    typeof name === "string"
      ? fold(name)
          .replace(/[^a-z0-9]+/g, "-")
          .slice(0, 100)
          .replace(/^-|-$/g, "")
      : "";
  const heading = [title, name].find((text) => typeof text === "string" && text !== "");
  return {
    id: id || "table-schema",
    title: String(heading ?? "Table Schema").slice(0, 200),
    ...(typeof description === "string" && { description: description.slice(0, 2000) }),
    schema: { ...schema, fields: Array.isArray(fields) ? fields.map(own) : fields },
  };
}

function own<T>(value: T): T | Record<string, unknown> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).filter(([key]) => !/^(?:_|x-)|:/.test(key)));
}
