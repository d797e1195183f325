import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { endProcess, identify, isSame, pause } from "./processes.mjs";
import { Stop } from "./stop-with-message.mjs";

function read(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    return null;
  }
}

function refuse(holder) {
  throw new Stop(
    `FacNet Validator already runs with this data folder: ${holder.address} (process ${holder.pid}, since ${holder.since}).\n` +
      "Use that one, stop it first, or choose another folder and port: DATA_DIR=.data2 PORT=3001 npm start",
  );
}

/**
 * Takes the data folder for this process. A living holder throws a Stop; what a dead holder left running is ended first.
 * Returns { noteChild(pid), release() }.
 */
export async function takeLock({ dataDir, address }) {
  const path = join(dataDir, "start.lock");
  const mine = { ...identify(process.pid), address, since: new Date().toISOString(), children: [] };
  const write = () => {
    const draft = `${path}.${process.pid}`;
    writeFileSync(draft, JSON.stringify(mine), { mode: 0o600 });
    renameSync(draft, path);
  };
  try {
    writeFileSync(path, JSON.stringify(mine), { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    const holder = read(path);
    if (holder && isSame(holder)) refuse(holder);
    write();
    // Two starts may find the same dead lock: the last to write it has it.
    await pause(150);
    const winner = read(path);
    if (!winner || winner.pid !== mine.pid) refuse(winner ?? { address, pid: "unknown", since: "just now" });
    if (holder) {
      console.log(`The last run (process ${holder.pid}) did not end properly; carrying on from its data.`);
      await Promise.all((holder.children ?? []).map((child) => endProcess(child)));
    }
  }
  return {
    noteChild(pid) {
      mine.children = [...mine.children.filter(isSame), identify(pid)];
      write();
    },
    release() {
      if (read(path)?.pid === mine.pid) rmSync(path, { force: true });
    },
  };
}
