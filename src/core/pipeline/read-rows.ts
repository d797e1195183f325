import type { RawRecord } from "../csv/raw-record";
import type { LoadedTable } from "../references/load-table";
import { matchHeader } from "../schema/match-header";
import type { Ruleset } from "../schema/ruleset";
import { checkLabels } from "./check-labels";
import { makeRowCheck } from "./check-rows";
import { makeWidthCheck } from "./check-width";
import { type Column, makeColumns } from "./columns";
import { gatherRows, type RowGatherer } from "./gather-rows";
import { planKeys } from "./key-plan";
import { overviewReader } from "./overview";
import { makeRuleChecks, type RuleChecks } from "./rule-checks";
import { tableKeyCheck } from "./table-key-check";
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
  /** The ruleset's tables that are at hand, by name. */
  tables: ReadonlyMap<string, LoadedTable>;
  tally: Tally;
}

/** Takes the file's records in order: the first gives the columns, the others are checked against them. */
export function makeRowReader(options: RowReaderOptions) {
  const { ruleset, header, titles, width, scratchDir, bytes, referenceDate, tables, tally } = options;
  let passed = 0;
  let rows = 0;
  let refused = 0;
  let columns: Column[] = [];
  let gatherer: RowGatherer | null = null;
  let keysNotRun: { check: string; reason: string }[] = [];
  let rules: RuleChecks | null = null;
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
    const columnOf = (name: string) => matched.indexOf(fields.findIndex((field) => field.name === name));
    const keys = planKeys(ruleset, matched, new Set(tables.keys()));
    keysNotRun = keys.notRun;
    if (ruleset?.rules) rules = makeRuleChecks({ ruleset, columnOf, tables, referenceDate, tally });
    if (ruleset?.overview) tally.readOverviewBy(overviewReader(ruleset.schema, ruleset.overview, columnOf));
    const setRules = rules?.setRules ?? [];
    const reading = rules?.reading ?? null;
    gatherer = gatherRows({
      ...keys,
      setRules,
      reading,
      dir: scratchDir,
      inputBytes: bytes,
      columnOf,
      tally,
    });
    if (gatherer) rules?.gatherIn(gatherer.sets);
    const tableKeys = keys.tableKeys.flatMap((plan) => {
      const table = tables.get(plan.table);
      return table ? [tableKeyCheck(plan, table, tally)] : [];
    });
    widthCheck = makeWidthCheck({ expected: count, header: labels ? place : null, labels: names, tally });
    checkRow = makeRowCheck({ columns, width: widthCheck, keys: gatherer, tableKeys, rules, tally });
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
      gatherer?.close();
    },
    titles: () => passed,
    rows: () => rows,
    refused: () => refused,
    columns: () => columns.map((column) => column.profile.result()),
    /** Rules that did not judge every row, and keys that cannot be checked; call once all checks are over. */
    notRun: () => [...(rules?.notRun() ?? []), ...(gatherer?.notRun() ?? []), ...keysNotRun],
    /** What to check once all rows are in; null when nothing needs many rows. */
    gathered: () => gatherer?.gathered() ?? null,
  };
}
