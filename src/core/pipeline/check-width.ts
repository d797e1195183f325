import { makeRowSet } from "./row-set";
import type { Complaint, RowPlace, Tally } from "./tally";

/**
 * Checks each row's number of cells against `expected`. While every row so far has one same wrong number the finding is
 * held back: when the file ends like that, it is the header that is wrong, and that is one finding.
 */
export function makeWidthCheck({
  expected,
  header,
  labels,
  tally,
}: {
  expected: number;
  /** The header's place, null when the file has none. */
  header: RowPlace | null;
  labels: readonly string[];
  tally: Tally;
}) {
  let held: { found: number; rows: ReturnType<typeof makeRowSet>; places: RowPlace[] } | null = null;
  let isHolding = header !== null;

  function complain(found: number, more: { rows?: number } = {}): Complaint {
    const column = Math.min(found, expected) + 1;
    return {
      code: found < expected ? "missing-cell" : "extra-cell",
      column,
      field: labels[column - 1] || null,
      params: { expected, found, everyRow: more.rows !== undefined, ...more },
    };
  }

  function release(): void {
    isHolding = false;
    if (!held) return;
    const { found, rows, places } = held;
    const complaint = complain(found);
    for (const place of places) tally.addToRow(complaint, place);
    tally.addUnkept(complaint, rows.size() - places.length);
    rows.each((row) => tally.markRow(complaint.code, row));
    held = null;
  }

  return {
    add(found: number, place: RowPlace): void {
      if (!isHolding) {
        if (found !== expected) tally.addToRow(complain(found), place);
        return;
      }
      if (found === expected || (held && held.found !== found)) {
        release();
        if (found !== expected) tally.addToRow(complain(found), place);
        return;
      }
      held ??= { found, rows: makeRowSet(), places: [] };
      held.rows.add(place.row);
      if (held.places.length < tally.room(complain(found).code)) held.places.push(place);
    },
    end(): void {
      if (held && header && held.rows.size() > 1) {
        tally.addToRow(complain(held.found, { rows: held.rows.size() }), header, false);
      } else release();
    },
  };
}
