import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import type { KeptFinding } from "@/core/validate-file";
import { pool } from "./client";
import { copyLine, textArray } from "./copy-line";
import { safeJson } from "./safe-text";
import { storedDay } from "./stored-day";
import { storedMoney } from "./stored-money";

interface Batch {
  runId: string;
  claim: string;
  findings: KeptFinding[];
}

const resultColumns =
  "validation_run_id, code, severity, row, line, byte, column_index, field, params, affected_rows, impact, subject, day";

/**
 * Stores a batch of kept findings and the rows they are about, all or nothing, while the run's row is held.
 * Returns false when the claim is lost; nothing is stored then.
 */
export async function copyFindings(batch: Batch): Promise<boolean> {
  const client = await pool().connect();
  let broken: Error | undefined;
  try {
    await client.query("BEGIN");
    const held = await holdRun(client, batch);
    if (held) {
      await copyResults(client, batch);
      await copyRows(client, batch);
    }
    await client.query("COMMIT");
    return held;
  } catch (error) {
    await client.query("ROLLBACK").catch((cause: Error) => {
      broken = cause;
    });
    throw error;
  } finally {
    client.release(broken);
  }
}

async function holdRun(client: PoolClient, { runId, claim }: Batch): Promise<boolean> {
  const { rowCount } = await client.query(
    "SELECT 1 FROM validation_runs WHERE id = $1 AND claim = $2 AND status = 'processing' FOR UPDATE",
    [runId, claim],
  );
  return rowCount === 1;
}

function* resultLines({ runId, findings }: Batch): Generator<string> {
  for (const { finding, affectedRows, overview } of findings) {
    const { code, severity, row, line, byte, column, field, params, impact } = finding;
    const where = [row, line, byte, column, field];
    const whose = [overview?.subject ?? null, storedDay(overview?.day)];
    const what = [safeJson(params), affectedRows ?? [], storedMoney(impact)];
    yield copyLine([runId, code, severity, ...where, ...what, ...whose]);
  }
}

async function copyResults(client: PoolClient, batch: Batch): Promise<void> {
  const sql = `COPY validation_results (${resultColumns}) FROM STDIN`;
  await pipeline(Readable.from(resultLines(batch)), client.query(copyFrom(sql)));
}

/** COPY cannot skip what is there, so rows that earlier findings brought are left out first. */
async function copyRows(client: PoolClient, { runId, findings }: Batch): Promise<void> {
  const rows = new Map<number, string[]>();
  for (const { finding, cells, others = [] } of findings) {
    for (const other of others) rows.set(other.row, other.cells);
    if (finding.row !== null && cells) rows.set(finding.row, cells);
  }
  const { rows: known } = await client.query<{ row: string }>(
    "SELECT row FROM validation_rows WHERE validation_run_id = $1 AND row = ANY($2::bigint[])",
    [runId, [...rows.keys()]],
  );
  for (const { row } of known) rows.delete(Number(row));
  if (rows.size === 0) return;
  const lines = Array.from(rows, ([row, cells]) => copyLine([runId, row, textArray(cells)]));
  const sql = "COPY validation_rows (validation_run_id, row, cells) FROM STDIN";
  await pipeline(Readable.from(lines), client.query(copyFrom(sql)));
}
