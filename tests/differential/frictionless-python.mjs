import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

const frictionless = "frictionless==5.18.1";
const folder = join(import.meta.dirname, "../../.data/differential", frictionless.replace("==", "-"));
const python = join(
  folder,
  ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
);

/** A Python that has Frictionless, put into an environment of its own on the first call; or what is missing for that. */
export async function frictionlessPython() {
  if (existsSync(python) && spawnSync(python, ["-c", "import frictionless"]).status === 0) return { python };
  await mkdir(folder, { recursive: true });
  const base = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (!base) return { missing: "Python 3.8 or newer" };
  if (!runs(base, ["-m", "venv", "--clear", folder]))
    return { missing: "Python's venv and pip (python3-venv on Debian)" };
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", frictionless];
  return runs(python, pip) ? { python } : { missing: `${frictionless}, which pip could not fetch` };
}

function runs(command, args) {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}
