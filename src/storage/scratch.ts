import { mkdir, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { env } from "@/env";

const strangerHours = 24;

const scratchRoot = () => join(env().DATA_DIR, "scratch");

/** Makes a private folder on this machine's disk. Close it: that removes it with all that is in it. */
export async function openScratch(name: string): Promise<{ dir: string; close(): Promise<void> }> {
  const dir = join(scratchRoot(), name);
  const close = () => rm(dir, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    await writeFile(join(dir, "owner"), `${process.pid} ${hostname()}`);
  } catch (error) {
    await close();
    throw error;
  }
  return { dir, close };
}

/** Gives `work` a private folder that is removed however the work ends. */
export async function withScratch<T>(name: string, work: (dir: string) => Promise<T>): Promise<T> {
  const scratch = await openScratch(name);
  try {
    return await work(scratch.dir);
  } finally {
    await scratch.close();
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function isStale(dir: string): Promise<boolean> {
  const ageHours = (Date.now() - (await stat(dir)).mtimeMs) / 3_600_000;
  const owner = await readFile(join(dir, "owner"), "utf8").catch(() => "");
  const [pid, ...host] = owner.split(" ");
  if (host.join(" ") !== hostname()) return ageHours > strangerHours;
  return Number(pid) === process.pid || !isAlive(Number(pid));
}

/** Removes folders that dead processes left on this disk. Call before the process opens its first. */
export async function sweepScratch(): Promise<number> {
  const names = await readdir(scratchRoot()).catch(() => []);
  let removed = 0;
  for (const name of names) {
    const dir = join(scratchRoot(), name);
    if (!(await isStale(dir).catch(() => false))) continue;
    await rm(dir, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
