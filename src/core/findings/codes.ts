import type { Severity } from "./finding";

type Level = "file" | "header" | "row" | "cell" | "key" | "rule";

/** Every built-in code: what a finding of it is about, and its severity unless a ruleset says otherwise. */
export const findingCodes = {
  "encoding-error": { level: "file", severity: "error" },
  "binary-file": { level: "file", severity: "error" },
  "empty-file": { level: "file", severity: "error" },
  "dialect-uncertain": { level: "file", severity: "warning" },
  "title-lines": { level: "file", severity: "info" },
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
  "primary-key": { level: "key", severity: "error" },
  "rule-error": { level: "rule", severity: "error" },
} as const satisfies Record<string, { level: Level; severity: Severity }>;

/** The code of a built-in finding: stable, never reused. */
export type Code = keyof typeof findingCodes;

/** True for a built-in code; other codes are ids of a ruleset's rules. */
export function isCode(code: string): code is Code {
  return Object.hasOwn(findingCodes, code);
}

/** The severity of a finding of that code: what the ruleset says of the code, the code's own, or its rule's. */
export function severityOf(
  code: string,
  ruleset: {
    severity?: Record<string, Severity> | undefined;
    rules?: readonly { id: string; severity?: Severity | undefined }[] | undefined;
  } | null,
): Severity {
  const said = ruleset?.severity?.[code];
  if (said) return said;
  if (isCode(code)) return findingCodes[code].severity;
  return ruleset?.rules?.find(({ id }) => id === code)?.severity ?? "error";
}
