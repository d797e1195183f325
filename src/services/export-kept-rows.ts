import { hasRow } from "@/core/pipeline/row-set";
import { type FaultyLook, faultyLine, headLine } from "@/core/report/faulty-line";
import { spreadsheetMark } from "@/core/report/spreadsheet-line";
import type { RowsOfCode } from "@/core/validate-file";
import { listCells, listKeptRows, listStoredRows } from "@/db/kept-rows";
import { listFindingsOfRows } from "@/db/list-findings-of-rows";
import type { FileReport } from "./file-report";

const pageSize = 500;

interface KeptRowsOptions {
  ownerId: string;
  runId: string;
  report: FileReport;
  rowsOfCodes: readonly RowsOfCode[];
  look: FaultyLook;
}

/** The faulty rows whose cells are stored, when the file itself is gone, and how many they are. */
export async function exportKeptRows(
  options: KeptRowsOptions,
): Promise<{ count: number; parts: AsyncGenerator<string, void> }> {
  const { ownerId, runId, report, rowsOfCodes } = options;
  const [found, stored] = await Promise.all([
    listKeptRows({ ownerId, runId, severity: "error" }),
    listStoredRows({ ownerId, runId }),
  ]);
  const errors = rowsOfCodes.filter(({ severity }) => severity === "error");
  const above = report.titleLines + (report.header ? 1 : 0);
  const isData = (row: number) =>
    errors.length > 0 ? errors.some(({ rows }) => hasRow(rows, row)) : row > above;
  const rows = found.filter((row) => stored.has(row) && isData(row));
  return { count: rows.length, parts: lines(options, rows) };
}

async function* lines(
  { ownerId, runId, report, rowsOfCodes, look }: KeptRowsOptions,
  all: readonly number[],
): AsyncGenerator<string, void> {
  yield spreadsheetMark;
  if (report.header) {
    const labels = report.columns.map(({ name }) => name);
    yield headLine(labels, { isHeader: true, look });
  }
  for (let from = 0; from < all.length; from += pageSize) {
    const rows = all.slice(from, from + pageSize);
    const [cells, findings] = await Promise.all([
      listCells({ ownerId, runId, rows }),
      listFindingsOfRows({ ownerId, runId, rows }),
    ]);
    let text = "";
    for (const row of rows)
      text += faultyLine({ row, cells: cells.get(row) ?? [] }, findings.get(row) ?? [], {
        rowsOfCodes,
        look,
      });
    yield text;
  }
}
