import { randomUUID } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { env } from "@/env";

/** Gives `work` a private folder that is removed however the work ends. */
export async function withScratchFolder<T>(work: (dir: string) => Promise<T>): Promise<T> {
  const dir = join(env().DATA_DIR, "scratch", `preview-${randomUUID()}`);
  await mkdir(dir, { recursive: true, mode: 0o700 });
  try {
    // The worker sweeps folders of processes that have died.
    await writeFile(join(dir, "owner"), `${process.pid} ${hostname()}`);
    return await work(dir);
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 5 });
  }
}
