import { measureSql, type StagedMeasure } from "./measure-sql";
import type { Staging } from "./open-staging";
import type { StagedColumn } from "./read-staged";

/** What a rule over a row and the one before it needs of a staged table; all names are made by this program. */
export interface SequenceQuery {
  table: string;
  by: readonly StagedColumn[];
  within: string | null;
  orderBy: readonly StagedColumn[];
  members: readonly StagedColumn[];
  /** Over all rows of the group before the row. */
  measures: readonly StagedMeasure[];
}

/** A row that has one before it. */
export interface StagedPair {
  row: number;
  prevRow: number;
  /** Rows before in which a minimum or maximum was reached, in the order of those measures. */
  extremes: number[];
  by: unknown[];
  members: unknown[];
  prevMembers: unknown[];
  measures: unknown[];
}

/** Puts the rows of a staged table in order and calls back with each that has one before it, a few thousand at a time. */
export async function eachPair(
  { connection }: Staging,
  { table, by, within, orderBy, members, measures }: SequenceQuery,
  visit: (pairs: readonly StagedPair[]) => void,
): Promise<void> {
  const keys = by.map(({ name }) => name);
  const names = members.map(({ name }) => name);
  const partition = keys.length > 0 ? `partition by ${keys.join(", ")} ` : "";
  const order = `${partition}order by ${[...orderBy.map(({ name }) => name), "row_no"].join(", ")}`;
  const reached = measures.flatMap(({ kind, column }) =>
    column && (kind === "min" || kind === "max") ? [`arg_${kind}(row_no, ${column.name}) over before`] : [],
  );
  const parts = [
    "row_no",
    "lag(row_no) over w as prev_no",
    ...keys,
    ...names,
    ...names.map((name) => `lag(${name}) over w`),
    ...measures.map((measure) => measureSql(measure, " over before")),
    ...reached,
  ];
  const result = await connection.stream(
    `select ${parts.join(", ")} from ${table} ${within ? `where ${within}` : ""} ` +
      `window w as (${order}), before as (${order} rows between unbounded preceding and 1 preceding) ` +
      "qualify prev_no is not null",
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    if (!chunk || chunk.rowCount === 0) return;
    visit(
      chunk.getRows().map(([row, prevRow, ...rest]) => ({
        row: Number(row),
        prevRow: Number(prevRow),
        by: rest.splice(0, keys.length),
        members: rest.splice(0, names.length),
        prevMembers: rest.splice(0, names.length),
        measures: rest.splice(0, measures.length),
        extremes: rest.filter((value) => value !== null).map(Number),
      })),
    );
  }
}
