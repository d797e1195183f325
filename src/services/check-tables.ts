import { randomUUID } from "node:crypto";
import { mkdtemp, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rulesetOfTable } from "@/core/references/load-table";
import { type TableFault, tableFaults } from "@/core/references/table-fault";
import type { ReferenceTable } from "@/core/schema/reference-table";
import { env } from "@/env";
import { AppError } from "@/errors";
import { withScratch } from "@/storage/scratch";
import type { Context } from "./context";
import { runPreview } from "./run-preview";

const mostSeconds = 60;

export interface TableContent {
  reference: ReferenceTable;
  content: Uint8Array;
}

/**
 * Reads each table in full against its schema, one after the other in a thread. Resolves to the rows by path, and to what
 * makes tables unusable. Throws AppError `unavailable` when it takes more than a minute.
 */
export async function checkTables(
  tables: readonly TableContent[],
  ctx: Context,
): Promise<{ rows: Map<string, number>; faults: TableFault[] }> {
  const rows = new Map<string, number>();
  const faults: TableFault[] = [];
  if (tables.length === 0) return { rows, faults };
  const time = AbortSignal.timeout(mostSeconds * 1000);
  const signal = ctx.signal ? AbortSignal.any([ctx.signal, time]) : time;
  await withScratch(`preview-${randomUUID()}`, async (scratchDir) => {
    for (const { reference, content } of tables) {
      const dir = await mkdtemp(join(scratchDir, "table-"));
      const path = join(dir, "table.csv");
      await writeFile(path, content, { mode: 0o600 });
      const seen = await runPreview(
        {
          path,
          bytes: content.length,
          ruleset: rulesetOfTable(reference),
          scratchDir: dir,
          keptPerCode: 20,
          stagingMemoryMb: env().STAGING_MEMORY_MB,
        },
        signal,
      );
      rows.set(reference.path, seen.rows);
      faults.push(...tableFaults(reference.path, seen.rows, seen.findings));
    }
  }).catch((cause: unknown) => {
    if (ctx.signal?.aborted) throw new AppError("cancelled", "The caller has left.", { cause });
    if (time.aborted)
      throw new AppError("unavailable", `The tables took more than ${mostSeconds} s to check.`, { cause });
    throw cause;
  });
  return { rows, faults };
}
