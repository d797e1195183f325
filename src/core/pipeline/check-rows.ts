import type { RowRules } from "../rules/make-row-rules";
import type { makeWidthCheck } from "./check-width";
import type { Column } from "./columns";
import type { KeyGatherer } from "./gather-keys";
import type { RowPlace, Tally } from "./tally";

/** Makes the check of one data row: its width, its cells, its keys, which are gathered, and the rules over it. */
export function makeRowCheck({
  columns,
  width,
  keys,
  rules,
  tally,
}: {
  columns: readonly Column[];
  width: ReturnType<typeof makeWidthCheck>;
  keys: KeyGatherer | null;
  rules: RowRules | null;
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
    rules?.check(place, cells);
  };
}
