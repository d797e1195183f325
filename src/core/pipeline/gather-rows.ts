import type { RowReading } from "../rules/row-reading";
import type { SetRule } from "../rules/stage-rule";
import { openRowPlaces } from "../staging/row-places";
import type { Gathered } from "./check-staged";
import { gatherKeys, setsOfKeys } from "./gather-keys";
import { gatherSets, setsOf } from "./gather-sets";
import type { KeyPlans } from "./key-plan";
import type { RowPlace, Tally } from "./tally";

export type RowGatherer = NonNullable<ReturnType<typeof gatherRows>>;

/** Writes to files what keys and rules over many rows need of each row; null when there are none. */
export function gatherRows({
  plans,
  selfKeys,
  setRules,
  reading,
  dir,
  inputBytes,
  columnOf,
  tally,
}: Pick<KeyPlans, "plans" | "selfKeys"> & {
  setRules: readonly SetRule[];
  /** Of the rows that the rules are about; null when there are no rules. */
  reading: RowReading | null;
  dir: string;
  inputBytes: number;
  columnOf(field: string): number;
  tally: Tally;
}) {
  const parted = setsOf(setRules);
  const openSets = setsOfKeys({ plans, selfKeys }) + parted.length;
  if (openSets === 0) return null;
  const keys = gatherKeys({ plans, selfKeys, dir, inputBytes, openSets, tally });
  const sets = gatherSets({ sets: parted, dir, inputBytes, openSets, reading, tally });
  const places = openRowPlaces(dir);
  return {
    sets,
    /** Notes where the row is, and its keys. `required` holds the columns whose missing value is a finding already. */
    add(place: RowPlace, cells: readonly string[], required: number[]): void {
      places.add(place.row, place.line, place.byte);
      keys.add(place, cells, required);
    },
    notRun: () => sets.notRun(),
    gathered: (): Gathered => ({ keys: keys.gathered(), sets: sets.sets(), places, columnOf }),
    close(): void {
      keys.close();
      sets.close();
      places.close();
    },
  };
}
