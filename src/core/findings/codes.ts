import type { Severity } from "./finding";

type Level = "file" | "header" | "row" | "cell" | "key" | "rule";

/** Every built-in code: what a finding of it is about, and its severity unless a ruleset says otherwise. */
export const findingCodes = {
  "encoding-error": { level: "file", severity: "error" },
  "binary-file": { level: "file", severity: "error" },
  "file-too-large": { level: "file", severity: "error" },
  "empty-file": { level: "file", severity: "error" },
  "dialect-uncertain": { level: "file", severity: "warning" },
  "mixed-line-endings": { level: "file", severity: "info" },
  "truncated-file": { level: "file", severity: "error" },
  "missing-label": { level: "header", severity: "error" },
  "extra-label": { level: "header", severity: "warning" },
  "blank-label": { level: "header", severity: "error" },
  "duplicate-label": { level: "header", severity: "error" },
  "incorrect-label": { level: "header", severity: "info" },
  "damaged-label": { level: "header", severity: "error" },
  "out-of-order": { level: "header", severity: "info" },
  "blank-row": { level: "row", severity: "warning" },
  "missing-cell": { level: "row", severity: "error" },
  "extra-cell": { level: "row", severity: "error" },
  "bad-quote": { level: "row", severity: "error" },
  "duplicate-row": { level: "row", severity: "warning" },
  required: { level: "cell", severity: "error" },
  "type-error": { level: "cell", severity: "error" },
  "format-error": { level: "cell", severity: "error" },
  pattern: { level: "cell", severity: "error" },
  enum: { level: "cell", severity: "error" },
  minimum: { level: "cell", severity: "error" },
  maximum: { level: "cell", severity: "error" },
  "min-length": { level: "cell", severity: "error" },
  "max-length": { level: "cell", severity: "error" },
  "check-digit": { level: "cell", severity: "error" },
  "json-schema": { level: "cell", severity: "error" },
  "out-of-locale": { level: "cell", severity: "error" },
  "formula-injection": { level: "cell", severity: "error" },
  "primary-key": { level: "key", severity: "error" },
  "rule-error": { level: "rule", severity: "error" },
  unique: { level: "key", severity: "error" },
  "foreign-key": { level: "key", severity: "error" },
} as const satisfies Record<string, { level: Level; severity: Severity }>;

/** The code of a built-in finding: stable, never reused. */
export type Code = keyof typeof findingCodes;

/** True for a built-in code; other codes are ids of a ruleset's rules. */
export function isCode(code: string): code is Code {
  return Object.hasOwn(findingCodes, code);
}

type FieldsMatch = "exact" | "equal" | "subset" | "superset" | "partial";

/** What a schema's `fieldsMatch` makes of columns that are too many or in another order. */
const headerSeverity: Record<FieldsMatch, { [code: string]: Severity }> = {
  exact: { "extra-label": "error", "out-of-order": "error" },
  equal: { "extra-label": "error" },
  subset: { "extra-label": "info" },
  superset: { "extra-label": "error" },
  partial: { "extra-label": "info" },
};

interface SeveritySource {
  severity?: Record<string, Severity> | undefined;
  rules?: readonly { id: string; severity?: Severity | undefined }[] | undefined;
  schema?: { fieldsMatch?: FieldsMatch | [FieldsMatch] | undefined };
}

/** The severity of a finding of that code: the ruleset's own, what its `fieldsMatch` says, the code's, or its rule's. */
export function severityOf(code: string, ruleset: SeveritySource | null): Severity {
  const [match] = [ruleset?.schema?.fieldsMatch ?? []].flat();
  return (
    ruleset?.severity?.[code] ??
    (match && headerSeverity[match][code]) ??
    (isCode(code) ? findingCodes[code].severity : ruleset?.rules?.find(({ id }) => id === code)?.severity) ??
    "error"
  );
}
