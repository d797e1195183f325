import { type ChildProcess, spawn } from "node:child_process";
import { serviceUrl } from "./service-url";

export interface CliResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Starts the terminal client as a person does; `ended` resolves to what it said and its exit code. */
export function startCli(
  args: string[],
  env: Record<string, string> = {},
): { child: ChildProcess; ended: Promise<CliResult> } {
  const child = spawn(process.execPath, ["--import", "tsx", "cli/facnet.ts", ...args], {
    env: { ...process.env, FACNET_URL: serviceUrl(), LC_ALL: "en_CA.UTF-8", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let stdout = "";
  let stderr = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    stdout += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    stderr += text;
  });
  const ended = new Promise<CliResult>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, stdout, stderr }));
  });
  return { child, ended };
}

export const runCli = (...args: string[]): Promise<CliResult> => startCli(args).ended;
