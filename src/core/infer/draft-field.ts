import type { ColumnProfile } from "../profile/profile";
import { fold } from "../schema/fold-label";
import type { DraftNote } from "./draft-note";

const mostAllowed = 20;
const leastRepeats = 10;
const keyLabel =
  /(?:^|[^a-z])(?:id|identifiant|identifier|no|nr|num|numero|number|code|key|cle|ref|reference)(?:[^a-z]|$)/;

export interface DraftField {
  field: Record<string, unknown>;
  notes: DraftNote[];
  /** No two cells are the same, none is empty, and type or label say that this is what tells rows apart. */
  isKey: boolean;
}

/** Describes a column as a field: its type and form, and the constraints that all its cells keep for a visible reason. */
export function draftField(column: ColumnProfile, name: string): DraftField {
  const { type, format, decimalChar, groupChar, trueValues, falseValues } = column;
  const isDifferent = allDifferent(column);
  const allowed = allowedValues(column);
  const constraints = {
    ...(column.empty === 0 && column.filled > 0 && { required: true }),
    ...(allowed && { enum: allowed }),
  };
  const field = {
    name,
    type,
    ...(format !== undefined && format !== "default" && { format }),
    ...(decimalChar !== undefined && decimalChar !== "." && { decimalChar }),
    ...(groupChar !== undefined && { groupChar }),
    ...(trueValues && { trueValues }),
    ...(falseValues && { falseValues }),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
  return {
    field,
    notes: notesOn(column, name),
    isKey: isDifferent && column.empty === 0 && namesRows(column),
  };
}

/** True for what people number rows with: whole numbers, UUIDs, and texts whose label says so. */
function namesRows({ type, format = "default", name }: ColumnProfile): boolean {
  if (type === "integer" || format === "uuid") return true;
  return type === "string" && format === "default" && keyLabel.test(fold(name));
}

function allDifferent({ grows, isExact, distinct, filled }: ColumnProfile): boolean {
  return filled > 1 && (grows || (isExact && distinct === filled));
}

/** The cells of a text column, when they are few and each has come often enough to be no accident. */
function allowedValues({ type, format = "default", isExact, distinct, filled, top }: ColumnProfile) {
  if (
    type !== "string" ||
    format !== "default" ||
    !isExact ||
    distinct === null ||
    distinct < 2 ||
    distinct > mostAllowed
  )
    return null;
  if (top.length < distinct || filled < distinct * leastRepeats) return null;
  const isCut = top.some(({ text }) => text.endsWith("…"));
  return isCut ? null : top.map(({ text }) => text).sort();
}

function notesOn(column: ColumnProfile, name: string): DraftNote[] {
  const { filled, fits, min, max, distinct, isExact, isDayUncertain } = column;
  if (filled === 0) return [{ kind: "all-empty" }];
  const notes: DraftNote[] = [];
  if (name !== column.name) notes.push({ kind: "renamed", label: column.name });
  if (fits < 1) notes.push({ kind: "fits", share: fits });
  if (min !== null && max !== null) notes.push({ kind: "range", min, max });
  if (allDifferent(column)) notes.push({ kind: "all-different" });
  else if (distinct !== null) notes.push({ kind: "distinct", count: distinct, isExact });
  if (isDayUncertain) notes.push({ kind: "day-month" });
  return notes;
}
