import { type KeyFiles, openKeyFiles } from "../staging/key-files";
import type { KeyPlan } from "./key-plan";
import type { RowPlace, Tally } from "./tally";

export interface GatheredKey {
  plan: KeyPlan;
  files: KeyFiles;
}

/** Writes each row's keys to files, from which repeats are found once all rows are in. */
export function gatherKeys({
  plans,
  dir,
  inputBytes,
  tally,
}: {
  plans: readonly KeyPlan[];
  dir: string;
  inputBytes: number;
  tally: Tally;
}) {
  const keys = plans.map((plan, i): GatheredKey & { parts: string[] } => ({
    plan,
    files: openKeyFiles({ dir, name: `key-${i}`, inputBytes, keys: plans.length }),
    parts: [],
  }));

  function add(
    key: (typeof keys)[number],
    place: RowPlace,
    cells: readonly string[],
    required: number[],
  ): void {
    const { plan, files, parts } = key;
    const { code, columns, reads, fields } = plan;
    for (let i = 0; i < columns.length; i++) {
      const at = columns[i] ?? 0;
      const cell = cells[at];
      const part = cell === undefined ? null : (reads[i]?.(cell) ?? null);
      if (part === null) {
        // Rows in which a value is missing are no repeats, but a primary key needs every one of its values.
        if (code === "primary-key" && !required.includes(at)) {
          const params = { key: null, firstRow: null };
          tally.addToRow({ code, column: at + 1, field: fields[i] ?? null, params }, place);
        }
        return;
      }
      parts[i] = part;
    }
    files.add(parts, place.row, place.line, place.byte);
  }

  return {
    /** `required` holds the columns of the row whose missing value is a finding already. */
    add(place: RowPlace, cells: readonly string[], required: number[]): void {
      for (const key of keys) add(key, place, cells, required);
    },
    keys: (): readonly GatheredKey[] => keys,
    close(): void {
      for (const { files } of keys) files.close();
    },
  };
}

export type KeyGatherer = ReturnType<typeof gatherKeys>;
