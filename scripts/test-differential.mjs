import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

// npm run test:differential [-- --cases 2000 --seed 1 --write]: see docs/CONFORMANCE.md.
const frictionless = "frictionless==5.18.1";
const root = join(import.meta.dirname, "..");
const folder = join(root, ".data", "differential", frictionless.replace("==", "-"));
const python = join(
  folder,
  ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
);

const runs = (command, args) =>
  spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;

function install() {
  const base = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (!base) return "Python 3.8 or newer";
  if (!runs(base, ["-m", "venv", "--clear", folder])) return "Python's venv and pip (python3-venv on Debian)";
  if (!runs(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", frictionless]))
    return `${frictionless}, which pip could not fetch`;
  return null;
}

await mkdir(folder, { recursive: true });
const isReady = existsSync(python) && spawnSync(python, ["-c", "import frictionless"]).status === 0;
const missing = isReady ? null : install();
if (missing !== null) {
  console.error(`test:differential needs ${missing}`);
  process.exit(2);
}
const args = [
  "--import",
  "tsx",
  join(root, "tests/differential/run.ts"),
  "--python",
  python,
  ...process.argv.slice(2),
];
process.exitCode = spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" }).status ?? 1;
