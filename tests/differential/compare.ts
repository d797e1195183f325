import type { Case, Complaint, Descriptor } from "./case";

/** What one of the two says of a cell or row and the other does not. */
export interface Difference {
  test: Case;
  /** Record number from 1; 0 for the file or its schema. */
  row: number;
  /** From 1; 0 for the whole row. */
  column: number;
  /** Kinds that only we, or only Frictionless, report there. */
  ours: string[];
  theirs: string[];
  /** The row's cells; empty for the header and for the file. */
  cells: string[];
  cell: string;
  /** All that each says of the case. */
  said: { ours: Complaint[]; theirs: Complaint[] };
  field: Descriptor | null;
}

/** Verdicts after which nothing else of a case can be compared. */
const final = new Set(["crash", "schema-error", "field-error", "source-error", "empty-file"]);

/** Every place of a case where the two do not complain of the same. `agreed` counts the complaints that both make. */
export function compare(test: Case, ours: Complaint[], theirs: Complaint[]) {
  const stops = [...ours, ...theirs].filter(({ kind }) => final.has(kind));
  const only = (complaints: Complaint[]) =>
    stops.length > 0 ? complaints.filter(({ kind }) => final.has(kind)) : complaints;
  const [mine, others] = [placed(only(ours)), placed(only(theirs))];
  const differences: Difference[] = [];
  let agreed = 0;
  for (const place of new Set([...mine.keys(), ...others.keys()])) {
    const [here, there] = [mine.get(place) ?? new Set<string>(), others.get(place) ?? new Set<string>()];
    const difference = {
      ours: [...here].filter((kind) => !there.has(kind)),
      theirs: [...there].filter((kind) => !here.has(kind)),
    };
    agreed += here.size - difference.ours.length;
    if (difference.ours.length + difference.theirs.length === 0) continue;
    const [row = 0, column = 0] = place.split(":").map(Number);
    const cells = test.rows[row - (test.labels === null ? 1 : 2)] ?? [];
    const [cell = "", field = null] = [cells[column - 1], test.schema.fields[column - 1]];
    differences.push({
      test,
      row,
      column,
      ...difference,
      cells,
      cell,
      said: { ours, theirs },
      field,
    });
  }
  return { agreed, differences };
}

function placed(complaints: Complaint[]): Map<string, Set<string>> {
  const places = new Map<string, Set<string>>();
  for (const { row, column, kind } of complaints) {
    const place = `${row}:${column}`;
    places.set(place, (places.get(place) ?? new Set()).add(kind));
  }
  return places;
}
