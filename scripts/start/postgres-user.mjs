import { spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Stop } from "./stop-with-message.mjs";

const name = "postgres";

function idOf(flag) {
  const { status, stdout } = spawnSync("id", [flag, name], { encoding: "utf8" });
  return status === 0 ? Number.parseInt(stdout, 10) : null;
}

function create() {
  const args = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", name];
  if (spawnSync("useradd", args).status === 0) return;
  spawnSync("addgroup", ["-S", name]);
  spawnSync("adduser", ["-S", "-D", "-H", "-G", name, name]);
}

/** PostgreSQL refuses to run as root: as root this gives the user to run it as (made when missing), else null. */
export function postgresUser() {
  if (process.getuid?.() !== 0) return null;
  if (idOf("-u") === null) create();
  const uid = idOf("-u");
  const gid = idOf("-g");
  if (uid === null || gid === null) {
    throw new Stop(
      "PostgreSQL refuses to run as root, and the user `postgres` could not be made.\n" +
        "Run the command as an ordinary user, or set DATABASE_URL to a PostgreSQL of your own.",
    );
  }
  return { uid, gid };
}

/** True when the user may pass through every folder above `path`. */
export function isReachable(path, user) {
  if (!user) return true;
  for (let folder = dirname(resolve(path)); ; folder = dirname(folder)) {
    const { uid, gid, mode } = statSync(folder);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if (!(mode & bit)) return false;
    if (folder === dirname(folder)) return true;
  }
}
