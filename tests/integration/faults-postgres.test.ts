import pg from "pg";
import { afterAll, expect, inject, it, vi } from "vitest";
import { expectOneEnd, startBoth, startLongRun, whileItLives } from "./fault-case";

vi.setConfig({ testTimeout: 120_000 });

const { service, worker, close } = await startBoth();

afterAll(close);

/** Ends every connection to this file's database, of worker and web alike; gives their number. */
async function cutConnections(): Promise<number> {
  const admin = new pg.Client({ connectionString: `${inject("postgresUrl")}/postgres` });
  await admin.connect();
  try {
    const name = new URL(String(process.env.DATABASE_URL)).pathname.slice(1);
    const { rowCount } = await admin.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1",
      [name],
    );
    return rowCount ?? 0;
  } finally {
    await admin.end();
  }
}

it("a run whose every database connection is cut ends once, with the right findings, and is heard to its end", async () => {
  const run = await startLongRun(service.url);
  expect(await cutConnections()).toBeGreaterThan(3);
  await whileItLives(worker, expectOneEnd(run));
});
