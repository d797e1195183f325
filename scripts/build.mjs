// npm run build: the web with Next, the worker and the terminal client with esbuild.
import { spawnSync } from "node:child_process";
import { chmodSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { sourcesHash, writeStamp } from "./start/build-if-changed.mjs";
import { root } from "./start/settings.mjs";

const require = createRequire(import.meta.url);

function run(script, args, env = {}) {
  const result = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  if (result.status !== 0) process.exit(result.status ?? 1);
}

const shared = {
  absWorkingDir: root,
  bundle: true,
  platform: "node",
  target: "node20",
  format: "esm",
  packages: "external",
  alias: { "@": "./src" },
  sourcemap: true,
  logLevel: "warning",
  legalComments: "none",
};

/** The thread in which the web process tries an unsaved ruleset; a file of its own, since Next bundles no threads. */
async function bundlePreview() {
  const { build } = await import("esbuild");
  await build({
    ...shared,
    entryPoints: { "web/preview-thread": "src/services/preview-thread.ts" },
    outdir: "dist",
  });
}

async function bundle() {
  const { build } = await import("esbuild");
  await build({
    ...shared,
    entryPoints: { "worker/main": "worker/main.ts", "worker/validate-thread": "worker/validate-thread.ts" },
    outdir: "dist",
  });
  const cli = "dist/cli/facnet.js";
  const hasShebang = readFileSync(join(root, "cli/facnet.ts"), "utf8").startsWith("#!");
  await build({
    ...shared,
    entryPoints: ["cli/facnet.ts"],
    outfile: cli,
    banner: hasShebang ? {} : { js: "#!/usr/bin/env node" },
  });
  chmodSync(join(root, cli), 0o755);
}

const only = process.argv.find((argument) => argument.startsWith("--only="))?.slice("--only=".length);
const hash = sourcesHash();
if (!only) rmSync(join(root, "dist", "build-stamp"), { force: true });
run(join(root, "scripts", "generate-client.mjs"), []);
if (only !== "web") await bundle();
if (only !== "worker") {
  await bundlePreview();
  const next = require.resolve("next/dist/bin/next");
  run(next, ["build"], { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" });
}
if (!only) writeStamp(hash);
