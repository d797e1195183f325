import type { Finding } from "../findings/finding";
import { type FindingLocale, renderFinding } from "../findings/render-finding";
import { type ErrorScope, frictionlessType } from "./frictionless-type";

const tags: Record<ErrorScope, string[]> = {
  file: ["#file"],
  label: ["#table", "#header", "#label"],
  row: ["#table", "#row"],
  cell: ["#table", "#row", "#cell"],
  "foreign-key": ["#table", "#row"],
};

/** A finding as an error of a Frictionless report; what only we know stands under `facnet`. */
export function frictionlessError(
  finding: Finding,
  cells: readonly string[] | null,
  { labels, locale }: { labels: readonly string[]; locale: FindingLocale },
) {
  const { code, severity, row, line, byte, column, field, params, impact } = finding;
  const { type, scope } = frictionlessType(code);
  const { title, message, remedy } = renderFinding(finding, locale);
  return {
    type,
    title,
    description: remedy || title,
    message,
    tags: tags[scope],
    note: message,
    ...placeOf(scope, finding, cells, labels),
    facnet: {
      code,
      severity,
      row,
      line,
      byte,
      column,
      field,
      params,
      ...(impact !== undefined && { impact }),
    },
  };
}

function placeOf(
  scope: ErrorScope,
  { row, column, field, params }: Finding,
  cells: readonly string[] | null,
  labels: readonly string[],
): Record<string, string | number | readonly string[] | readonly number[]> {
  const at = (column ?? 0) - 1;
  const fieldName = field ?? labels[at] ?? "";
  if (scope === "file") return {};
  if (scope === "label")
    return {
      labels,
      rowNumbers: row === null ? [] : [row],
      label: labels[at] ?? "",
      fieldName,
      fieldNumber: column ?? 0,
    };
  const ofRow = { cells: cells ?? [], rowNumber: row ?? 0 };
  if (scope === "row") return ofRow;
  if (scope === "cell") return { ...ofRow, cell: cells?.[at] ?? "", fieldName, fieldNumber: column ?? 0 };
  return {
    ...ofRow,
    fieldNames: fieldName === "" ? [] : fieldName.split(", "),
    fieldCells: cells?.[at] === undefined ? [] : [cells[at]],
    referenceName: typeof params.resource === "string" ? params.resource : "",
    referenceFieldNames: [],
  };
}
