import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { root } from "../start/settings.mjs";
import { Stop } from "../start/stop-with-message.mjs";

const onPath = (name) =>
  (process.env.PATH ?? "").split(delimiter).some((folder) => existsSync(join(folder, name)));

const run = (command, args, env = {}) =>
  spawnSync(command, args, { cwd: root, stdio: "inherit", env: { ...process.env, ...env } }).status === 0;

let listsUpdated = false;

function aptInstall(packageName) {
  if (process.getuid?.() !== 0 || !onPath("apt-get")) return false;
  console.log(`Installing ${packageName} (apt-get) ...`);
  const env = { DEBIAN_FRONTEND: "noninteractive" };
  if (!listsUpdated) listsUpdated = run("apt-get", ["update", "-qq"], env);
  return run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", packageName], env);
}

async function hasChromium() {
  if (existsSync("/usr/bin/chromium")) return true;
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

/** A browser for the browser tests, installed when there is none. Throws a Stop that says what to install. */
export async function ensureChromium() {
  if (await hasChromium()) return;
  if (aptInstall("chromium") && (await hasChromium())) return;
  const playwright = createRequire(import.meta.url).resolve("@playwright/test/cli");
  if (run(process.execPath, [playwright, "install", "chromium"]) && (await hasChromium())) return;
  throw new Stop(
    "The browser tests need Chromium. Install it with: npx playwright install --with-deps chromium",
  );
}

/** A redis-server for the queue tests, installed when there is none. Throws a Stop that says what to install. */
export function ensureRedis() {
  if (onPath("redis-server") || aptInstall("redis-server")) return;
  const how = process.platform === "darwin" ? "brew install redis" : "sudo apt-get install redis-server";
  throw new Stop(`The queue tests need a redis-server on the PATH. Install it with, for example: ${how}`);
}
