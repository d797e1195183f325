import { type Code, isCode } from "../findings/codes";

/** What an error carries beside its texts: nothing, the header, the row, or the row and one of its cells. */
export type ErrorScope = "file" | "label" | "row" | "cell" | "foreign-key";

export interface FrictionlessType {
  /** An error type of frictionless-py 5, so that its readers know it. */
  type: string;
  scope: ErrorScope;
}

const file = (type: string): FrictionlessType => ({ type, scope: "file" });
const label = (type: string): FrictionlessType => ({ type, scope: "label" });
const row = (type: string): FrictionlessType => ({ type, scope: "row" });
const cell = (type: string): FrictionlessType => ({ type, scope: "cell" });

const types: Record<Code, FrictionlessType> = {
  "encoding-error": file("encoding-error"),
  "binary-file": file("source-error"),
  "file-too-large": file("source-error"),
  "empty-file": file("source-error"),
  "dialect-uncertain": file("source-error"),
  "title-lines": file("source-error"),
  "mixed-line-endings": file("source-error"),
  "truncated-file": file("source-error"),
  "missing-label": label("missing-label"),
  "extra-label": label("extra-label"),
  "blank-label": label("blank-label"),
  "duplicate-label": label("duplicate-label"),
  "incorrect-label": label("incorrect-label"),
  "damaged-label": label("incorrect-label"),
  "out-of-order": label("incorrect-label"),
  "blank-row": row("blank-row"),
  "missing-cell": cell("missing-cell"),
  "extra-cell": cell("extra-cell"),
  "bad-quote": row("row-error"),
  "duplicate-row": row("duplicate-row"),
  required: cell("constraint-error"),
  "type-error": cell("type-error"),
  "format-error": cell("type-error"),
  pattern: cell("constraint-error"),
  enum: cell("constraint-error"),
  minimum: cell("constraint-error"),
  maximum: cell("constraint-error"),
  "min-length": cell("constraint-error"),
  "max-length": cell("constraint-error"),
  "check-digit": cell("type-error"),
  "json-schema": cell("constraint-error"),
  "out-of-locale": cell("type-error"),
  "formula-injection": cell("forbidden-value"),
  "primary-key": row("primary-key"),
  "rule-error": file("check-error"),
  unique: cell("unique-error"),
  "foreign-key": { type: "foreign-key", scope: "foreign-key" },
};

/** The Frictionless error type that says nearest what one of our codes says; a rule is a row constraint. */
export function frictionlessType(code: string): FrictionlessType {
  return isCode(code) ? types[code] : row("row-constraint");
}
