import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";

export const frictionless = "frictionless==5.18.1";

/** A Python that has Frictionless; or what is missing for that. */
export const frictionlessPython = () => pythonWith(frictionless);

/**
 * A Python that has the package (`name==version`, where the name is also its module), put into an environment of its own on the
 * first call; or what is missing for that.
 * @param {string} required
 * @returns {Promise<{ python: string, missing?: undefined } | { python?: undefined, missing: string }>}
 */
export async function pythonWith(required) {
  const folder = join(import.meta.dirname, "../../.data/differential", required.replace("==", "-"));
  const python = join(
    folder,
    ...(process.platform === "win32" ? ["Scripts", "python.exe"] : ["bin", "python"]),
  );
  const [name = ""] = required.split("==");
  if (existsSync(python) && spawnSync(python, ["-c", `import ${name}`]).status === 0) return { python };
  await mkdir(folder, { recursive: true });
  const base = ["python3", "python"].find((name) => spawnSync(name, ["--version"]).status === 0);
  if (!base) return { missing: "Python 3.8 or newer" };
  if (!runs(base, ["-m", "venv", "--clear", folder]))
    return { missing: "Python's venv and pip (python3-venv on Debian)" };
  const pip = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", required];
  return runs(python, pip) ? { python } : { missing: `${required}, which pip could not fetch` };
}

function runs(command, args) {
  return spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
}
