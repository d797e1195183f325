import { open } from "node:fs/promises";
import type { Dialect } from "../csv/dialect";
import { makeRecordReader } from "../csv/read-record-at";
import type { Params } from "../findings/finding";
import { quoteValue } from "../schema/quote-value";
import type { RowPlaces } from "../staging/row-places";
import type { RowPlace } from "./tally";

export interface RereadRow {
  (row: number): Promise<RowPlace>;
  /** The cells of some fields as params. */
  paramsOf(fields: readonly string[], cells: readonly string[] | null): Params;
}

/** Gives `work` the reading of single rows by their numbers. */
export async function withRereading<T>(
  file: { path: string; dialect: Dialect; places: RowPlaces; columnOf(field: string): number },
  work: (reread: RereadRow) => Promise<T>,
): Promise<T> {
  const { path, dialect, places, columnOf } = file;
  const handle = await open(path);
  try {
    const readAgain = makeRecordReader(handle, dialect);
    const reread = async (row: number): Promise<RowPlace> => {
      const { line, byte } = places.find(row);
      return { row, line, byte, cells: await readAgain(byte) };
    };
    const paramsOf: RereadRow["paramsOf"] = (fields, cells) => {
      const params: Params = {};
      for (const name of fields) {
        const cell = cells?.[columnOf(name)];
        if (cell !== undefined) params[name] = quoteValue(cell);
      }
      return params;
    };
    return await work(Object.assign(reread, { paramsOf }));
  } finally {
    await handle.close();
  }
}
