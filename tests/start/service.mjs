import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root, runProgram } from "../service/program.mjs";

/** What a test leaves to be tidied: its programs, the last first, then the folders that they use. */
const left = new WeakMap();

function leftBy(t) {
  const known = left.get(t);
  if (known) return known;
  const fresh = { programs: [], folders: [] };
  left.set(t, fresh);
  t.after(async () => {
    for (const program of fresh.programs.toReversed()) await program.stop();
    for (const folder of fresh.folders) rmSync(folder, { recursive: true, force: true });
  });
  return fresh;
}

export function newDataDir(t) {
  const dir = mkdtempSync(join(tmpdir(), "facnet-start-"));
  leftBy(t).folders.push(dir);
  return dir;
}

/** Has what can be stopped end with its test. */
export function endWith(t, program) {
  leftBy(t).programs.push(program);
}

/** A program that ends with its test. */
export function startProgram(t, args, env) {
  const program = runProgram(args, env);
  endWith(t, program);
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
