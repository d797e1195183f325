import { INTEGER, LIST, listValue } from "@duckdb/node-api";
import { measureSql, type StagedMeasure } from "./measure-sql";
import type { Staging } from "./open-staging";
import type { StagedColumn } from "./read-staged";

/** What a rule over groups needs of a staged table; all names are made by this program. */
export interface GroupQuery {
  table: string;
  by: readonly StagedColumn[];
  /** True on the rows that the rule is about; null when it is about all. */
  within: string | null;
  /** True on the rows that a finding is about; null when it is about all of the group. */
  mark: string | null;
  measures: readonly StagedMeasure[];
}

/** A group: its first marked row, how many rows it has and how many are marked, its `by` values and its measures. */
export interface StagedGroup {
  firstRow: number;
  rows: number;
  marked: number;
  values: unknown[];
}

/** Works out the groups of a staged table and calls back with them, a few thousand at a time. */
export async function eachGroup(
  { connection }: Staging,
  { table, by, within, mark, measures }: GroupQuery,
  visit: (groups: readonly StagedGroup[]) => void,
): Promise<void> {
  const keys = by.map(({ name }) => name);
  const first = mark ? `coalesce(min(row_no) filter (where ${mark}), min(row_no))` : "min(row_no)";
  const marked = mark ? `count(*) filter (where ${mark})` : "count(*)";
  const parts = [
    `${first} as first_row`,
    "count(*)::integer as row_count",
    `(${marked})::integer as marked`,
    ...keys,
    ...measures.map((measure, i) => `${measureSql(measure)} as m${i}`),
  ];
  const where = within ? `where ${within}` : "";
  const grouping = keys.length > 0 ? `group by ${keys.join(", ")}` : "having count(*) > 0";
  await connection.run(
    `create or replace temp table groups as select ${parts.join(", ")} from ${table} ${where} ${grouping}`,
  );
  const result = await connection.stream("select * from groups");
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    visit(
      chunk.getRows().map(([firstRow, rows, count, ...values]) => ({
        firstRow: Number(firstRow),
        rows: Number(rows),
        marked: Number(count),
        values,
      })),
    );
  }
}

/** Calls back with the marked rows of the given groups of the last `eachGroup`, group by group and in order. */
export async function eachRowOfGroups(
  { connection }: Staging,
  { table, by, within, mark }: GroupQuery,
  firstRows: readonly number[],
  visit: (rows: readonly { firstRow: number; row: number }[]) => void,
): Promise<void> {
  const same = by.map(({ name }) => `g.${name} = s.${name}`);
  const conditions = [
    "g.first_row in (select unnest($1))",
    ...(within ? [`s.${within}`] : []),
    ...(mark ? [`(s.${mark} or g.marked = 0)`] : []),
  ];
  const result = await connection.stream(
    `select g.first_row, s.row_no from groups g join ${table} s on ${same.join(" and ") || "true"} ` +
      `where ${conditions.join(" and ")} order by 1, 2`,
    [listValue([...firstRows])],
    [LIST(INTEGER)],
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    visit(chunk.getRows().map(([firstRow, row]) => ({ firstRow: Number(firstRow), row: Number(row) })));
  }
}
