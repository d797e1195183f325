import type { RowRules } from "../rules/make-row-rules";
import type { KeyFiles } from "../staging/key-files";
import type { makeWidthCheck } from "./check-width";
import type { Column } from "./columns";
import type { KeyPlan } from "./key-plan";
import type { RowPlace, Tally } from "./tally";

/** Makes the check of one data row: width, cells, rules, and its key, which goes to the key files when it is whole. */
export function makeRowCheck({
  columns,
  width,
  key,
  keyFiles,
  rules,
  tally,
}: {
  columns: readonly Column[];
  width: ReturnType<typeof makeWidthCheck>;
  key: KeyPlan | null;
  keyFiles: KeyFiles | null;
  rules: RowRules | null;
  tally: Tally;
}) {
  const parts: string[] = [];

  function checkKey(
    { columns: indexes, fields, missing }: KeyPlan,
    files: KeyFiles,
    place: RowPlace,
    required: number,
  ): void {
    for (let i = 0; i < indexes.length; i++) {
      const at = indexes[i] ?? 0;
      const cell = place.cells?.[at];
      if (cell === undefined || missing.has(cell)) {
        if (required !== at) {
          const field = fields[i] ?? null;
          tally.addToRow(
            { code: "primary-key", column: at + 1, field, params: { key: null, firstRow: null } },
            place,
          );
        }
        return;
      }
      parts[i] = cell;
    }
    files.add(parts, place.row, place.line, place.byte);
  }

  return (place: RowPlace, cells: readonly string[]): void => {
    if ((cells[0] ?? "").trim() === "" && cells.every((cell) => cell.trim() === "")) {
      tally.addToRow({ code: "blank-row", column: null, field: null, params: {} }, place);
      return;
    }
    width.add(cells.length, place);
    let required = -1;
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
      if (code === "required" && required < 0 && key?.columns.includes(i)) required = i;
      tally.addToRow({ code, column: column.number, field: column.field, params }, place);
    }
    if (key && keyFiles) checkKey(key, keyFiles, place, required);
    rules?.check(place, cells);
  };
}
