import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { parseRuleset } from "@/core/schema/ruleset";
import { validateFile } from "@/core/validate-file";
import { bareParse } from "./bare-parse";
import { typedFileSchema } from "./make-typed-file";

/** What one pass over a file took, in a process of its own. */
export interface Pass {
  /** Wall time and CPU time of all threads, in seconds. */
  wall: number;
  cpu: number;
  /** The highest the process's resident memory has been, in MB. */
  peak: number;
  errorRows: number;
}

/** The core without queue, database and key. */
async function core(path: string): Promise<number> {
  const { primaryKey: _, ...schema } = typedFileSchema;
  const scratchDir = await mkdtemp(join(dirname(path), "scratch-"));
  try {
    const { errorRows } = await validateFile({
      path,
      bytes: (await stat(path)).size,
      ruleset: parseRuleset(schema),
      scratchDir,
      keptPerCode: 1000,
      stagingMemoryMb: 64,
      onProgress: () => {},
      onFindings: () => {},
    });
    return errorRows;
  } finally {
    await rm(scratchDir, { recursive: true, force: true });
  }
}

async function bare(path: string): Promise<number> {
  await bareParse(path);
  return 0;
}

// Run as a process of its own: core-child.ts bare|core <path>
const [what, path = ""] = process.argv.slice(2);
const [started, before] = [performance.now(), process.cpuUsage()];
const errorRows = await (what === "bare" ? bare(path) : core(path));
const { user, system } = process.cpuUsage(before);
/** From the kernel's own mark (Linux): what getrusage says of a new process is never below what its parent took. */
async function peakMegabytes(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}

const pass: Pass = {
  wall: (performance.now() - started) / 1000,
  cpu: (user + system) / 1e6,
  peak: await peakMegabytes(),
  errorRows,
};
process.stdout.write(JSON.stringify(pass));
