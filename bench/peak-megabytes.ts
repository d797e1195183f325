import { readFile } from "node:fs/promises";

/** The highest this process's resident memory has been, by the kernel's own mark (Linux): what getrusage says of a new process is never below what its parent took. */
export async function peakMegabytes(): Promise<number> {
  const status = await readFile("/proc/self/status", "utf8");
  return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
}
