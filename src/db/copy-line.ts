import { safeText } from "./safe-text";

type Field = string | number | null | readonly number[];

/** One line of COPY's text format. A list becomes a PostgreSQL array. */
export function copyLine(fields: readonly Field[]): string {
  return `${fields.map(copyField).join("\t")}\n`;
}

/** A list of texts as a PostgreSQL array, to be one field of a line. */
export function textArray(items: readonly string[]): string {
  return `{${items.map((item) => `"${item.replace(/["\\]/g, "\\$&")}"`).join(",")}}`;
}

const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function copyField(field: Field): string {
  if (field === null) return "\\N";
  if (typeof field === "number") return String(field);
  if (typeof field !== "string") return `{${field.join(",")}}`;
  return safeText(field).replace(/[\\\t\n\r]/g, (character) => escapes[character] ?? character);
}
