import type { makeWidthCheck } from "./check-width";
import type { Column } from "./columns";
import type { RowGatherer } from "./gather-rows";
import type { RuleChecks } from "./rule-checks";
import type { tableKeyCheck } from "./table-key-check";
import type { RowPlace, Tally } from "./tally";

/** Makes the check of one data row: its width, its cells, its keys, and the rules over it; what needs many rows is gathered. */
export function makeRowCheck({
  columns,
  width,
  keys,
  tableKeys,
  rules,
  tally,
}: {
  columns: readonly Column[];
  width: ReturnType<typeof makeWidthCheck>;
  keys: RowGatherer | null;
  tableKeys: readonly ReturnType<typeof tableKeyCheck>[];
  rules: RuleChecks | null;
  tally: Tally;
}) {
  const required: number[] = [];

  return (place: RowPlace, cells: readonly string[]): void => {
    if ((cells[0] ?? "").trim() === "" && cells.every((cell) => cell.trim() === "")) {
      tally.addToRow({ code: "blank-row", column: null, field: null, params: {} }, place);
      return;
    }
    width.add(cells.length, place);
    required.length = 0;
    const count = Math.min(cells.length, columns.length);
    for (let i = 0; i < count; i++) {
      const column = columns[i];
      const cell = cells[i];
      if (column === undefined || cell === undefined) continue;
      column.profile.add(cell);
      const fault = column.check?.(cell);
      if (!fault) continue;
      const { code, params } = fault;
      if (code === "type-error" || code === "format-error" || code === "out-of-locale")
        column.profile.addMisfit();
      if (code === "required") required.push(i);
      tally.addToRow({ code, column: column.number, field: column.field, params }, place);
    }
    keys?.add(place, cells, required);
    for (const check of tableKeys) check(place, cells);
    rules?.check(place, cells);
  };
}
