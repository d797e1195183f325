// node scripts/is-well.mjs web|worker: exit code 0 when this container's process is well.
import { hostname } from "node:os";

const patienceMs = 4_000;

const checks = {
  async web() {
    const address = `http://127.0.0.1:${process.env.PORT || 3000}/api/health/live`;
    const { status } = await fetch(address, { signal: AbortSignal.timeout(patienceMs) });
    return status === 200;
  },
  /** A worker writes its heartbeat under the name of its host, which in a container is its own. */
  async worker() {
    const { default: pg } = await import("pg");
    const client = new pg.Client({
      connectionString: process.env.DATABASE_URL,
      connectionTimeoutMillis: patienceMs,
      query_timeout: patienceMs,
    });
    await client.connect();
    const { rowCount } = await client.query(
      "SELECT 1 FROM worker_processes WHERE host = $1 AND seen_at > now() - interval '30 seconds' LIMIT 1",
      [hostname()],
    );
    await client.end();
    return rowCount === 1;
  },
};

const check = checks[process.argv[2]];
if (!check) throw new Error("web or worker?");
const isWell = await check().catch((error) => {
  console.error(error.message);
  return false;
});
process.exit(isWell ? 0 : 1);
