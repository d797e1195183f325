import { maxRecordCells, type RawRecord } from "../csv/record-parser";
import { makeRowRules, type RowRules } from "../rules/make-row-rules";
import { matchHeader } from "../schema/match-header";
import type { Ruleset } from "../schema/ruleset";
import { type KeyFiles, openKeyFiles } from "../staging/key-files";
import { checkLabels } from "./check-labels";
import { makeRowCheck } from "./check-rows";
import { makeWidthCheck } from "./check-width";
import { type Column, makeColumns } from "./columns";
import { type KeyPlan, planKey } from "./key-plan";
import type { RowPlace, Tally } from "./tally";

export interface RowReaderOptions {
  ruleset: Ruleset | null;
  header: boolean;
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
  const { ruleset, header, width, scratchDir, bytes, referenceDate, tally } = options;
  let rows = 0;
  let refused = 0;
  let columns: Column[] = [];
  let key: KeyPlan | null = null;
  let absentKey: string | null = null;
  let keyFiles: KeyFiles | null = null;
  let rules: RowRules | null = null;
  let widthCheck: ReturnType<typeof makeWidthCheck> | null = null;
  let checkRow: ReturnType<typeof makeRowCheck> | null = null;

  function begin(labels: readonly string[] | null, place: RowPlace): void {
    const fields = ruleset?.schema.fields ?? [];
    const count = labels?.length ?? (ruleset ? fields.length : Math.min(width, maxRecordCells));
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
    const plan = planKey(ruleset, matched);
    if (plan && "absent" in plan) absentKey = plan.absent;
    else key = plan;
    if (key) keyFiles = openKeyFiles(scratchDir, bytes);
    if (ruleset?.rules) rules = makeRowRules({ ruleset, matched, referenceDate, tally });
    widthCheck = makeWidthCheck({ expected: count, header: labels ? place : null, labels: names, tally });
    checkRow = makeRowCheck({ columns, width: widthCheck, key, keyFiles, rules, tally });
  }

  return {
    add(record: RawRecord): void {
      const { cells, fault, faultLine } = record;
      const isHeader = header && checkRow === null;
      if (cells === null) {
        refused++;
        // After any other fault nothing follows.
        if (isHeader && fault === "bad-quote") begin(null, record);
        const code = fault === "bad-quote" ? "bad-quote" : "truncated-file";
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
      keyFiles?.close();
    },
    rows: () => rows,
    refused: () => refused,
    columns: () => columns.map((column) => column.profile.result()),
    /** Rules that did not judge every row. */
    notRun: () => rules?.notRun() ?? [],
    /** The key to check once all rows are in, with its files; or the field that is absent. */
    key: () => ({ plan: key, files: keyFiles, absent: absentKey }),
  };
}
