import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);

interface Process {
  pid: number;
  parent: number;
  command: string;
}

async function processes(): Promise<Process[]> {
  const { stdout } = await run("ps", ["-A", "-o", "pid=,ppid=,args="], { maxBuffer: 16 << 20 });
  return stdout.split("\n").flatMap((line) => {
    const [, pid, parent, command] = /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line) ?? [];
    return command === undefined ? [] : [{ pid: Number(pid), parent: Number(parent), command }];
  });
}

/** The web process of the service that this test process has started with `startService`. */
export const webProcess = () => childOfService("web", /next[ -]/);

/** Its worker process. */
export const workerProcess = () => childOfService("worker", /dist\/worker\/main/);

async function childOfService(name: string, pattern: RegExp): Promise<number> {
  const all = await processes();
  const starts = all.filter(
    ({ parent, command }) => parent === process.pid && command.includes("scripts/start.mjs"),
  );
  const found = all.filter(
    ({ parent, command }) => starts.some(({ pid }) => pid === parent) && pattern.test(command),
  );
  const [child] = found;
  if (!child || found.length > 1) throw new Error(`${found.length} ${name} processes where one was expected`);
  return child.pid;
}
