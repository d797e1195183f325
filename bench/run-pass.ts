import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Pass } from "./core-child";
import { quantile } from "./results";

const run = promisify(execFile);

/** One pass of `bare` csv-parse or of the `core` over a file, in a fresh process. */
export async function runPass(what: "bare" | "core", path: string): Promise<Pass> {
  const child = join(import.meta.dirname, "core-child.ts");
  const { stdout } = await run(process.execPath, ["--import", "tsx", child, what, path]);
  return JSON.parse(stdout);
}

/** Medians of wall and CPU seconds. */
export function medians(passes: readonly { wall: number; cpu: number }[]) {
  const median = (part: "wall" | "cpu") =>
    quantile(
      passes.map((pass) => pass[part]),
      0.5,
    );
  return { wall: median("wall"), cpu: median("cpu") };
}
