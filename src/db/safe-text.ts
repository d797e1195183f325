/** PostgreSQL stores neither NUL nor half a surrogate pair: they become the visible `␀` and `�`. */
export function safeText(text: string): string {
  return text.replaceAll("\0", "\u2400").replace(/\p{Surrogate}/gu, "\ufffd");
}

/** A value as JSON that PostgreSQL takes, keys and strings made safe at every depth. */
export function safeJson(value: unknown): string {
  return JSON.stringify(safe(value)) ?? "null";
}

function safe(value: unknown): unknown {
  if (typeof value === "string") return safeText(value);
  if (Array.isArray(value)) return value.map(safe);
  if (typeof value !== "object" || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [safeText(key), safe(item)]));
}
