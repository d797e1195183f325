import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runProgram } from "../service/program.mjs";

export function newDataDir(t) {
  const dir = mkdtempSync(join(tmpdir(), "facnet-start-"));
  t.after(() => rmSync(dir, { recursive: true, force: true }));
  return dir;
}

/** A program that ends with its test. */
export function startProgram(t, args, env) {
  const program = runProgram(args, env);
  t.after(() => program.stop());
  return program;
}

/** Runs scripts/start.mjs, and gives its children by the lock too. */
export function startService(t, { dataDir, port, args = [], env = {} }) {
  const program = startProgram(t, [join(root, "scripts", "start.mjs"), ...args], {
    DATA_DIR: dataDir,
    PORT: String(port),
    ...env,
  });
  return {
    ...program,
    children: () =>
      JSON.parse(readFileSync(join(dataDir, "start.lock"), "utf8")).children.map(({ pid }) => pid),
  };
}
