import type { RawRecord } from "../csv/raw-record";
import { makeRowRules, type RowRules } from "../rules/make-row-rules";
import { matchHeader } from "../schema/match-header";
import type { Ruleset } from "../schema/ruleset";
import { checkLabels } from "./check-labels";
import { makeRowCheck } from "./check-rows";
import { makeWidthCheck } from "./check-width";
import { type Column, makeColumns } from "./columns";
import { gatherKeys, type KeyGatherer } from "./gather-keys";
import { planKeys } from "./key-plan";
import type { RowPlace, Tally } from "./tally";

export interface RowReaderOptions {
  ruleset: Ruleset | null;
  header: boolean;
  /** Records to pass over at the start. */
  titles: number;
  /** Cells of a usual record, for a file without header or ruleset. */
  width: number;
  scratchDir: string;
  /** Size of the file. */
  bytes: number;
  /** The ISO day that rules call `referenceDate`. */
  referenceDate: string;
  tally: Tally;
}

/** Takes the file's records in order: the first gives the columns, the others are checked against them. */
export function makeRowReader(options: RowReaderOptions) {
  const { ruleset, header, titles, width, scratchDir, bytes, referenceDate, tally } = options;
  let passed = 0;
  let rows = 0;
  let refused = 0;
  let columns: Column[] = [];
  let keys: KeyGatherer | null = null;
  let keysNotRun: { check: string; reason: string }[] = [];
  let rules: RowRules | null = null;
  let widthCheck: ReturnType<typeof makeWidthCheck> | null = null;
  let checkRow: ReturnType<typeof makeRowCheck> | null = null;

  function begin(labels: readonly string[] | null, place: RowPlace): void {
    const fields = ruleset?.schema.fields ?? [];
    const count = labels?.length ?? (ruleset ? fields.length : width);
    const names = labels ?? Array.from({ length: count }, (_, i) => fields[i]?.name ?? `column ${i + 1}`);
    let matched: (number | null)[] = names.map((_, i) => (i < fields.length ? i : null));
    if (labels && ruleset) {
      const match = matchHeader([...labels], ruleset);
      matched = match.columns;
      for (const { code, column, field, params } of match.findings)
        tally.addToRow({ code, column, field, params }, place, false);
    } else if (labels) {
      for (const complaint of checkLabels(labels)) tally.addToRow(complaint, place, false);
    }
    columns = makeColumns(names, matched, ruleset);
    const { plans, notRun } = planKeys(ruleset, matched);
    keysNotRun = notRun;
    if (plans.length > 0) keys = gatherKeys({ plans, dir: scratchDir, inputBytes: bytes, tally });
    if (ruleset?.rules) rules = makeRowRules({ ruleset, matched, referenceDate, tally });
    widthCheck = makeWidthCheck({ expected: count, header: labels ? place : null, labels: names, tally });
    checkRow = makeRowCheck({ columns, width: widthCheck, keys, rules, tally });
  }

  return {
    add(record: RawRecord): void {
      if (passed < titles) {
        passed++;
        return;
      }
      const { cells, fault, faultLine } = record;
      const isHeader = header && checkRow === null;
      if (cells === null) {
        refused++;
        if (isHeader) begin(null, record);
        const code = fault === "bad-quote" || fault === "unclosed-quote" ? "bad-quote" : "truncated-file";
        tally.addToRow(
          { code, column: null, field: null, params: { line: faultLine, reason: fault } },
          record,
          false,
        );
        return;
      }
      if (isHeader && cells.some((cell) => cell.trim() !== "")) {
        begin(cells, record);
        return;
      }
      if (checkRow === null && !header) begin(null, record);
      rows++;
      if (checkRow) checkRow(record, cells);
      else tally.addToRow({ code: "blank-row", column: null, field: null, params: {} }, record);
    },
    /** Call after the last record, before the counts are read. */
    end(): void {
      widthCheck?.end();
    },
    close(): void {
      keys?.close();
    },
    titles: () => passed,
    rows: () => rows,
    refused: () => refused,
    columns: () => columns.map((column) => column.profile.result()),
    /** Rules that did not judge every row, and keys that cannot be checked. */
    notRun: () => [...(rules?.notRun() ?? []), ...keysNotRun],
    /** The keys to check once all rows are in. */
    keys: () => keys?.keys() ?? [],
  };
}
