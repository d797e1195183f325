import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Pass, What } from "./core-child";
import { median } from "./results";

const run = promisify(execFile);

/** One pass of csv-parse or of the core over a file, in a fresh process. */
export async function runPass(what: What, path: string): Promise<Pass> {
  const child = join(import.meta.dirname, "core-child.ts");
  const { stdout } = await run(process.execPath, ["--import", "tsx", child, what, path]);
  return JSON.parse(stdout);
}

/** Medians of wall and CPU seconds. */
export function medians(passes: readonly { wall: number; cpu: number }[]) {
  return { wall: median(passes.map(({ wall }) => wall)), cpu: median(passes.map(({ cpu }) => cpu)) };
}
