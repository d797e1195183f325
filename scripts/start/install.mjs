import { spawnSync } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { root } from "./settings.mjs";
import { Stop } from "./stop-with-message.mjs";

const mtime = (path) => (existsSync(path) ? statSync(path).mtimeMs : 0);

/** How to run npm: the one that runs us when there is one, so that its version does not change on the way. */
export function npmCommand(args) {
  const own = process.env.npm_execpath;
  if (own && /\.[cm]?js$/.test(own)) return { command: process.execPath, args: [own, ...args], shell: false };
  return { command: "npm", args, shell: process.platform === "win32" };
}

function npm(args) {
  const { command, args: all, shell } = npmCommand(args);
  return spawnSync(command, all, { cwd: root, stdio: "inherit", shell });
}

/** Installs the packages when package-lock.json is newer than what is installed. */
export function installIfNeeded() {
  const locked = mtime(join(root, "package-lock.json"));
  const installed = mtime(join(root, "node_modules", ".package-lock.json"));
  if (installed > 0 && installed >= locked) return;
  console.log("Installing packages (npm) ...");
  // Types and the compiler are dev packages, and the build needs them whatever NODE_ENV says.
  const result = npm([locked > 0 ? "ci" : "install", "--include=dev", "--no-audit", "--no-fund"]);
  if (result.status !== 0) throw new Stop("The packages could not be installed; npm's own message is above.");
}
