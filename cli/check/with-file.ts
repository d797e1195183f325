import { createWriteStream } from "node:fs";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { mustBeFile } from "../upload";

export interface LocalFile {
  path: string;
  bytes: number;
  /** A private folder, removed when the work is over. */
  scratchDir: string;
  /** Aborts at Ctrl-C, so that the folder is removed then too. */
  signal: AbortSignal;
}

/** Does `work` on a file, or on standard input when the path is `-`. Throws CommandError when there is no such file. */
export async function withFile<T>(path: string, work: (file: LocalFile) => Promise<T>): Promise<T> {
  const stop = new AbortController();
  const interrupt = () => stop.abort();
  process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
  const scratchDir = await mkdtemp(join(tmpdir(), "facnet-"));
  try {
    const read = path === "-" ? join(scratchDir, "stdin") : path;
    if (path === "-") await pipeline(process.stdin, createWriteStream(read), { signal: stop.signal });
    await mustBeFile(read);
    return await work({ path: read, bytes: (await stat(read)).size, scratchDir, signal: stop.signal });
  } finally {
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
    await rm(scratchDir, { recursive: true, force: true });
    if (stop.signal.aborted) process.exit(130);
  }
}
