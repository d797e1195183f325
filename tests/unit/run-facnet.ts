import { spawn } from "node:child_process";
import { text } from "node:stream/consumers";

/** Runs the terminal client from source in an English shell, with its temporary files under `dir`. */
export async function runFacnet(dir: string, args: string[], stdin = "") {
  const child = spawn(process.execPath, ["--import", "tsx", "cli/facnet.ts", ...args], {
    env: { ...process.env, LANG: "C", TMPDIR: dir },
  });
  child.stdin.end(stdin);
  const [out, err, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve) => child.once("close", resolve)),
  ]);
  return { out, err, code };
}
