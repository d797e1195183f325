import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { frictionlessPython } from "../tests/differential/frictionless-python.mjs";

// npm run test:differential [-- --cases 2000 --seed 1 --write]: see docs/CONFORMANCE.md.
const root = join(import.meta.dirname, "..");
const { python, missing } = await frictionlessPython();
if (python === undefined) {
  console.error(`test:differential needs ${missing}`);
  process.exit(2);
}
const run = ["--import", "tsx", join(root, "tests/differential/run.ts"), "--python", python];
const { status } = spawnSync(process.execPath, [...run, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exitCode = status ?? 1;
