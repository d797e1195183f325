import { spawn, spawnSync } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./check-port.mjs";
import { postgresBinaries, sharedFolder } from "./postgres-binaries.mjs";
import { isReachable, postgresUser } from "./postgres-user.mjs";
import { commandOf, identify, isSame, signal, waitUntil } from "./processes.mjs";
import { Stop } from "./stop-with-message.mjs";

const host = "127.0.0.1";
const database = "facnet";
const dbUser = "facnet";

/** PostgreSQL's folder: inside the data folder, unless its user cannot get there. */
export function homeOf(dataDir, user) {
  if (isReachable(join(dataDir, "postgres"), user)) return dataDir;
  return join(sharedFolder, createHash("sha256").update(dataDir).digest("hex").slice(0, 12));
}

function chooseHome(dataDir, user) {
  if (user) fs.chmodSync(dataDir, 0o711);
  const home = homeOf(dataDir, user);
  if (home === dataDir) return home;
  fs.mkdirSync(home, { recursive: true, mode: 0o711 });
  console.log(`The user postgres cannot reach ${dataDir}, so the database is kept in ${home}.`);
  return home;
}

/** The address of the embedded database of a data folder as it was last started; null when there is none. */
export function embeddedUrl(dataDir) {
  if (!fs.existsSync(dataDir)) return null;
  const path = join(homeOf(dataDir, postgresUser()), "postgres.json");
  return fs.existsSync(path) ? urlOf(JSON.parse(fs.readFileSync(path, "utf8"))) : null;
}

const urlOf = ({ port, password }) => `postgresql://${dbUser}:${password}@${host}:${port}/${database}`;

/** Port and password, remembered beside the database in a file that only its owner reads. */
function readMemory(home, cluster) {
  const path = join(home, "postgres.json");
  if (fs.existsSync(path)) return { path, ...JSON.parse(fs.readFileSync(path, "utf8")) };
  if (fs.existsSync(cluster)) {
    throw new Stop(
      `${path} is gone, and with it the password of the database in ${cluster}.\n` +
        "Put the file back from a backup, or move the data folder away to begin with an empty one.",
    );
  }
  return { path, port: null, password: randomBytes(24).toString("base64url") };
}

function writeMemory({ path, port, password }) {
  fs.writeFileSync(`${path}.new`, JSON.stringify({ port, password }), { mode: 0o600 });
  fs.renameSync(`${path}.new`, path);
}

const settings = (user) => ({
  ...(user ?? {}),
  cwd: tmpdir(),
  windowsHide: true,
  env: { ...process.env, LC_ALL: "C", LC_MESSAGES: "C", TZ: "UTC" },
});

/** Makes the cluster beside its place and moves it there when it is whole. */
function createCluster({ home, cluster, binaries, user, password }) {
  console.log("Creating the database ...");
  const draft = `${cluster}.new`;
  fs.rmSync(draft, { recursive: true, force: true });
  fs.mkdirSync(draft, { mode: 0o700 });
  const passwordFile = join(home, "postgres.pw");
  fs.writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user) for (const path of [draft, passwordFile]) fs.chownSync(path, user.uid, user.gid);
  const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
  const access = ["--auth=scram-sha-256", `--username=${dbUser}`, `--pwfile=${passwordFile}`];
  const result = spawnSync(
    binaries.initdb,
    [`--pgdata=${draft}`, ...access, ...locale, "--no-instructions"],
    {
      ...settings(user),
      encoding: "utf8",
    },
  );
  fs.rmSync(passwordFile, { force: true });
  if (result.status !== 0)
    throw new Stop(`The database could not be created:\n${result.error ?? result.stderr}`);
  fs.renameSync(draft, cluster);
}

function readPidFile(cluster) {
  try {
    const lines = fs.readFileSync(join(cluster, "postmaster.pid"), "utf8").split("\n");
    return { pid: Number(lines[0]), status: (lines[7] ?? "").trim() };
  } catch {
    return null;
  }
}

/** Ends a server that a killed start left behind, and clears the note of one that is gone. */
async function recover({ cluster, binaries, user }) {
  const left = readPidFile(cluster);
  if (!left) return;
  const identity = identify(left.pid);
  const command = commandOf(left.pid);
  const ours =
    process.platform === "win32" ? identity.started !== null : (command?.includes(cluster) ?? false);
  if (ours) {
    console.log("Stopping the database server that the last run left behind ...");
    if (process.platform === "win32") {
      spawnSync(binaries.pg_ctl, ["stop", "-D", cluster, "-m", "fast", "-w"], settings(user));
    } else {
      for (const [name, timeoutMs] of [
        ["SIGINT", 15_000],
        ["SIGQUIT", 5_000],
        ["SIGKILL", 5_000],
      ]) {
        signal(left.pid, name);
        if (await waitUntil(() => !isSame(identity), { timeoutMs })) break;
      }
    }
  }
  // Left in place, the note would make PostgreSQL refuse to start once a stranger has that process id.
  fs.rmSync(join(cluster, "postmaster.pid"), { force: true });
}

function tail(path) {
  return fs.existsSync(path) ? fs.readFileSync(path, "utf8").trimEnd().split("\n").slice(-12).join("\n") : "";
}

async function launch({ cluster, binaries, user, port, logPath }) {
  const flags = {
    listen_addresses: host,
    unix_socket_directories: "",
    port,
    max_connections: 120,
    shared_buffers: "128MB",
    max_wal_size: "1GB",
    timezone: "UTC",
    // The server's own events only: the text of a failed statement may quote a cell.
    log_min_messages: "log",
    log_min_error_statement: "panic",
    log_statement: "none",
  };
  const args = ["-D", cluster, ...Object.entries(flags).flatMap(([key, value]) => ["-c", `${key}=${value}`])];
  const log = fs.openSync(logPath, "a", 0o600);
  const child = spawn(binaries.postgres, args, {
    ...settings(user),
    detached: true,
    stdio: ["ignore", log, log],
  });
  fs.closeSync(log);
  let ended = false;
  child.once("error", () => {
    ended = true;
  });
  child.once("exit", () => {
    ended = true;
  });
  const isReady = () =>
    ended || (readPidFile(cluster)?.pid === child.pid && readPidFile(cluster)?.status === "ready");
  const inTime = await waitUntil(isReady, { timeoutMs: 120_000, everyMs: 20 });
  if (ended) return null;
  if (!inTime)
    throw new Stop(`The database did not become ready. Its log, ${logPath}, ends:\n${tail(logPath)}`);
  return child;
}

async function ensureDatabase({ port, password }) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ host, port, user: dbUser, password, database: "postgres" });
  await client.connect();
  try {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

/**
 * Starts PostgreSQL from npm's binaries in the data folder, on the loopback address only; creates it on the first run.
 * Returns { url, pid, onExit(listener), stop() }.
 */
export async function startEmbeddedPostgres({ dataDir }) {
  const user = postgresUser();
  const binaries = await postgresBinaries(user);
  const home = chooseHome(dataDir, user);
  const cluster = join(home, "postgres");
  const memory = readMemory(home, cluster);
  const logPath = join(home, "postgres.log");
  writeMemory(memory);
  if (!fs.existsSync(cluster)) createCluster({ home, cluster, binaries, user, password: memory.password });
  await recover({ cluster, binaries, user });

  let child = null;
  // After a crash the old server's last helpers may hold its shared memory for a moment.
  for (let attempt = 0; attempt < 5 && !child; attempt += 1) {
    memory.port = await freePort(host, attempt < 3 ? memory.port : null);
    child = await launch({ cluster, binaries, user, port: memory.port, logPath });
    if (!child) await new Promise((resolve) => setTimeout(resolve, 500));
  }
  if (!child) throw new Stop(`The database does not start. Its log, ${logPath}, ends:\n${tail(logPath)}`);
  writeMemory(memory);
  await ensureDatabase(memory);
  const identity = identify(child.pid);
  return {
    url: urlOf(memory),
    pid: child.pid,
    onExit: (listener) => child.once("exit", listener),
    async stop() {
      if (!isSame(identity)) return;
      if (process.platform === "win32") {
        spawnSync(binaries.pg_ctl, ["stop", "-D", cluster, "-m", "fast", "-w"], settings(user));
        return;
      }
      signal(child.pid, "SIGINT");
      if (await waitUntil(() => !isSame(identity), { timeoutMs: 20_000 })) return;
      signal(child.pid, "SIGQUIT");
      await waitUntil(() => !isSame(identity), { timeoutMs: 5_000 });
    },
  };
}
