import type { Finding, Params, Severity } from "../findings/finding";
import { makeRowSet } from "./row-set";

export interface KeptFinding {
  finding: Finding;
  /** The row's cells, for display. */
  cells: string[] | null;
  /** Row numbers that the finding is about, when there are several; the first 200. */
  affectedRows?: number[];
  /** Cells of the first affected rows but for the finding's own, for display. */
  others?: { row: number; cells: string[] }[];
  /** Whose finding it is and of which day (ISO), when the ruleset has an `overview`. */
  overview?: { subject: string; day: string | null } | undefined;
}

export interface FindingTotal {
  code: string;
  severity: Severity;
  /** From 1; 0 when the finding is on no column. */
  column: number;
  field: string;
  count: number;
  /** Money at stake in all of them, to the cent; absent or null when the code has none. */
  impact?: number | null;
}

/** Every data row on which a code has a finding, kept or not, as `hasRow` reads it. */
export interface RowsOfCode {
  code: string;
  severity: Severity;
  rows: Uint32Array;
}

export interface RowPlace {
  row: number;
  line: number;
  byte: number;
  cells: string[] | null;
}

export interface Complaint {
  code: string;
  /** From 1; null when the finding is on no column. */
  column: number | null;
  field: string | null;
  params: Params;
  impact?: number | undefined;
}

export type OverviewReader = (cells: readonly string[]) => KeptFinding["overview"];

const toCents = (amount: number) => Math.round(amount * 100) / 100;

export type Tally = ReturnType<typeof makeTally>;

/** Counts every finding exactly and keeps the first `keptPerCode` of each code, in the order of the rows. */
export function makeTally({
  keptPerCode,
  severityOf,
}: {
  keptPerCode: number;
  severityOf(code: string): Severity;
}) {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0 };
  const codes = new Map<
    string,
    { severity: Severity; count: number; kept: number; rows: ReturnType<typeof makeRowSet> }
  >();
  const totals = new Map<string, Map<number, FindingTotal>>();
  const errorRows = makeRowSet();
  let overviewOf: OverviewReader = () => undefined;
  let fresh: KeptFinding[] = [];
  let kept = 0;

  function ofCode(code: string) {
    let entry = codes.get(code);
    if (!entry) {
      entry = { severity: severityOf(code), count: 0, kept: 0, rows: makeRowSet() };
      codes.set(code, entry);
    }
    return entry;
  }

  function addTotal({ code, column, field, impact }: Complaint, severity: Severity, times: number): void {
    let byColumn = totals.get(code);
    if (!byColumn) {
      byColumn = new Map();
      totals.set(code, byColumn);
    }
    const at = column ?? 0;
    const total = byColumn.get(at) ?? {
      code,
      severity,
      column: at,
      field: field ?? "",
      count: 0,
    };
    total.count += times;
    if (impact !== undefined) total.impact = toCents((total.impact ?? 0) + impact);
    byColumn.set(at, total);
  }

  return {
    /** Says how kept findings come by their `overview`. */
    readOverviewBy(reader: OverviewReader): void {
      overviewOf = reader;
    },
    /** Counts a finding on a row, and keeps it while its code has room. `isData` says that the row is no header. */
    addToRow(
      complaint: Complaint,
      place: RowPlace,
      isData = true,
      more?: Pick<KeptFinding, "affectedRows" | "others">,
    ): void {
      const entry = ofCode(complaint.code);
      entry.count++;
      counts[entry.severity]++;
      if (isData) {
        entry.rows.add(place.row);
        if (entry.severity === "error") errorRows.add(place.row);
      }
      addTotal(complaint, entry.severity, 1);
      if (entry.kept >= keptPerCode) return;
      entry.kept++;
      kept++;
      const { row, line, byte, cells } = place;
      const finding: Finding = { ...complaint, severity: entry.severity, row, line, byte };
      const overview = isData && cells ? overviewOf(cells) : undefined;
      fresh.push({ finding, cells, ...more, ...(overview && { overview }) });
    },
    /** Counts a finding on the file as a whole, at a line and byte when it has them. */
    addToFile(code: string, params: Params, at?: { line: number; byte: number }): void {
      const entry = ofCode(code);
      entry.count++;
      counts[entry.severity]++;
      const complaint = { code, column: null, field: null, params };
      addTotal(complaint, entry.severity, 1);
      if (entry.kept >= keptPerCode) return;
      entry.kept++;
      kept++;
      fresh.push({
        finding: {
          ...complaint,
          severity: entry.severity,
          row: null,
          line: at?.line ?? null,
          byte: at?.byte ?? null,
        },
        cells: null,
      });
    },
    /** Counts findings of one code on rows that are named apart (`markRow`), keeping none. */
    addUnkept(complaint: Complaint, times: number): void {
      const entry = ofCode(complaint.code);
      entry.count += times;
      counts[entry.severity] += times;
      addTotal(complaint, entry.severity, times);
    },
    markRow(code: string, row: number): void {
      const entry = ofCode(code);
      entry.rows.add(row);
      if (entry.severity === "error") errorRows.add(row);
    },
    /** How many more findings of the code would be kept. */
    room: (code: string) => keptPerCode - ofCode(code).kept,
    /** The findings kept since the last call. */
    takeKept(): KeptFinding[] {
      const taken = fresh;
      fresh = [];
      return taken;
    },
    waiting: () => fresh.length,
    state: () => ({
      errorRows: errorRows.size(),
      counts: { ...counts },
      codes: Object.fromEntries(
        [...codes].filter(([, { count }]) => count > 0).map(([code, { count }]) => [code, count]),
      ),
      kept,
    }),
    rowsOfCodes: (): RowsOfCode[] =>
      [...codes]
        .filter(([, { rows }]) => rows.size() > 0)
        .map(([code, { severity, rows }]) => ({ code, severity, rows: rows.bits() })),
    totals: (): FindingTotal[] => [...totals.values()].flatMap((byColumn) => [...byColumn.values()]),
  };
}
