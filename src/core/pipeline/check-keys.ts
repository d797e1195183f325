import { open } from "node:fs/promises";
import type { Dialect } from "../csv/dialect";
import { makeRecordReader } from "../csv/read-record-at";
import type { KeyFiles } from "../staging/key-files";
import { openStaging } from "../staging/open-staging";
import { countRepeats, eachRepeat, firstRepeats, gatherRepeats } from "../staging/repeated-keys";
import type { KeyPlan } from "./key-plan";
import type { Tally } from "./tally";

export interface KeyCheckOptions {
  path: string;
  dialect: Dialect;
  key: KeyPlan;
  keyFiles: KeyFiles;
  scratchDir: string;
  memoryMb: number;
  tally: Tally;
  signal?: AbortSignal;
  onProgress(stage: "insert" | "rules", fraction: number): Promise<void>;
}

/** Finds every row that repeats an earlier row's key, in DuckDB; adds a `primary-key` finding for each. */
export async function checkKeys(options: KeyCheckOptions): Promise<void> {
  const { path, dialect, key, keyFiles, scratchDir, memoryMb, tally, signal, onProgress } = options;
  const files = keyFiles.finish();
  const total = keyFiles.rows();
  if (total === 0) return;
  const staging = await openStaging({ dir: scratchDir, memoryMb, signal });
  try {
    let loaded = 0;
    await gatherRepeats({
      staging,
      files,
      async onLoaded(rows) {
        signal?.throwIfAborted();
        loaded += rows;
        await onProgress("insert", loaded / total);
      },
    });

    const count = await countRepeats(staging);
    if (count === 0) return;
    const column = (key.columns[0] ?? 0) + 1;
    const field = key.fields.join(", ");
    const repeats = await firstRepeats(staging, Math.max(0, tally.room("primary-key")));
    const file = await open(path);
    try {
      const readAgain = makeRecordReader(file, dialect);
      for (const { row, line, byte, firstRow } of repeats) {
        signal?.throwIfAborted();
        const cells = await readAgain(byte);
        const text = key.columns.map((at) => cells?.[at] ?? "").join(" + ");
        const complaint = { code: "primary-key", column, field, params: { key: text, firstRow } };
        tally.addToRow(complaint, { row, line, byte, cells }, true, [firstRow, row]);
      }
    } finally {
      await file.close();
    }
    tally.addUnkept({ code: "primary-key", column, field, params: {} }, count - repeats.length);
    let seen = 0;
    await eachRepeat(staging, async (rows) => {
      signal?.throwIfAborted();
      for (const row of rows) tally.markRow("primary-key", row);
      seen += rows.length;
      await onProgress("rules", seen / count);
    });
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    staging.close();
  }
}
