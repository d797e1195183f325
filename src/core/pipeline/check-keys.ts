import { open } from "node:fs/promises";
import type { Dialect } from "../csv/dialect";
import { makeRecordReader } from "../csv/read-record-at";
import { openStaging, type Staging } from "../staging/open-staging";
import { findRepeats, type Repeats } from "../staging/repeated-keys";
import type { GatheredKey } from "./gather-keys";
import type { KeyPlan } from "./key-plan";
import type { Tally } from "./tally";

export interface KeyCheckOptions {
  path: string;
  dialect: Dialect;
  keys: readonly GatheredKey[];
  scratchDir: string;
  memoryMb: number;
  tally: Tally;
  signal?: AbortSignal | undefined;
  onProgress(stage: "insert" | "rules", fraction: number): Promise<void>;
}

/** Finds every row that repeats an earlier row's key, in DuckDB; adds a finding of the key's code for each. */
export async function checkKeys(options: KeyCheckOptions): Promise<void> {
  const { scratchDir, memoryMb, signal } = options;
  const keys = options.keys.filter(({ files }) => files.rows() > 0);
  if (keys.length === 0) return;
  const staging = await openStaging({ dir: scratchDir, memoryMb, signal });
  try {
    await tellRepeats(options, await loadKeys(options, staging, keys));
  } catch (error) {
    signal?.throwIfAborted();
    throw error;
  } finally {
    staging.close();
  }
}

interface RepeatedKey {
  plan: KeyPlan;
  repeats: Repeats;
}

async function loadKeys(
  { signal, onProgress }: KeyCheckOptions,
  staging: Staging,
  keys: readonly GatheredKey[],
): Promise<RepeatedKey[]> {
  const total = keys.reduce((sum, { files }) => sum + files.rows(), 0);
  const repeated: RepeatedKey[] = [];
  let loaded = 0;
  for (const [i, { plan, files }] of keys.entries()) {
    const repeats = await findRepeats({
      staging,
      table: `repeats_${i}`,
      files: files.finish(),
      async onLoaded(rows) {
        signal?.throwIfAborted();
        loaded += rows;
        await onProgress("insert", loaded / total);
      },
    });
    if (repeats.count > 0) repeated.push({ plan, repeats });
  }
  return repeated;
}

async function tellRepeats(options: KeyCheckOptions, repeated: readonly RepeatedKey[]): Promise<void> {
  const { path, dialect, tally, signal, onProgress } = options;
  if (repeated.length === 0) return;
  const total = repeated.reduce((sum, { repeats }) => sum + repeats.count, 0);
  let seen = 0;
  const file = await open(path);
  try {
    const readAgain = makeRecordReader(file, dialect);
    for (const { plan, repeats } of repeated) {
      const { code, columns, fields } = plan;
      const place = { code, column: (columns[0] ?? 0) + 1, field: fields.join(", ") };
      const kept = await repeats.first(Math.max(0, tally.room(code)));
      for (const { row, line, byte, firstRow } of kept) {
        signal?.throwIfAborted();
        const cells = await readAgain(byte);
        const key = columns.map((at) => cells?.[at] ?? "").join(" + ");
        const complaint = { ...place, params: { key, firstRow } };
        tally.addToRow(complaint, { row, line, byte, cells }, true, [firstRow, row]);
      }
      tally.addUnkept({ ...place, params: {} }, repeats.count - kept.length);
      await repeats.each(async (rows) => {
        signal?.throwIfAborted();
        for (const row of rows) tally.markRow(code, row);
        seen += rows.length;
        await onProgress("rules", seen / total);
      });
    }
  } finally {
    await file.close();
  }
}
