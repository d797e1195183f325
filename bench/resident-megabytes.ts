import { readdir, readFile } from "node:fs/promises";

/** Resident set size in MB of the process whose command line holds `part` and whose environment holds `dataDir` (Linux only). */
export async function residentMegabytes(
  part: string,
  dataDir: string,
): Promise<{ now: number; peak: number }> {
  for (const pid of await readdir("/proc")) {
    if (!/^\d+$/.test(pid)) continue;
    const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
    if (!command.includes(part)) continue;
    const environment = await readFile(`/proc/${pid}/environ`, "utf8").catch(() => "");
    if (!environment.includes(dataDir)) continue;
    const status = await readFile(`/proc/${pid}/status`, "utf8");
    const kilobytes = (name: string) => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0);
    return { now: kilobytes("VmRSS") / 1024, peak: kilobytes("VmHWM") / 1024 };
  }
  throw new Error(`no process runs ${part}`);
}
