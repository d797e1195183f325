import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./settings.mjs";
import { Stop } from "./stop-with-message.mjs";

const folders = ["src", "worker", "cli", "messages", "rulesets", "public", "prisma"];
const files = /^(package(-lock)?\.json|(next|postcss)\.config\.\w+|proxy\.ts|instrumentation\.ts)$/;
// Not tsconfig.json: `next build` edits it, and the stamp would never fit.
const generated = join("src", "db", "generated");
const stampPath = join(root, "dist", "build-stamp");
const outputs = [
  ".next/BUILD_ID",
  "dist/worker/main.js",
  "dist/worker/validate-thread.js",
  "dist/web/preview-thread.js",
  "dist/cli/facnet.js",
];

function* walk(folder) {
  if (folder === generated || !existsSync(join(root, folder))) return;
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) yield* walk(path);
    else if (entry.isFile()) yield path;
  }
}

/** A hash of everything that the build reads. */
export function sourcesHash() {
  const paths = [
    ...folders.flatMap((folder) => [...walk(folder)]),
    ...readdirSync(root).filter((name) => files.test(name)),
  ];
  const hash = createHash("sha256").update(process.versions.modules);
  for (const path of paths.sort()) hash.update(`\0${path}\0`).update(readFileSync(join(root, path)));
  return hash.digest("hex");
}

export function writeStamp(hash) {
  mkdirSync(join(root, "dist"), { recursive: true });
  writeFileSync(stampPath, hash);
}

function isBuilt() {
  if (!outputs.every((path) => existsSync(join(root, path)))) return false;
  return existsSync(stampPath) && readFileSync(stampPath, "utf8") === sourcesHash();
}

export function buildIfChanged() {
  if (isBuilt()) return;
  console.log("Building ...");
  const result = spawnSync(process.execPath, [join(root, "scripts", "build.mjs")], {
    cwd: root,
    stdio: "inherit",
  });
  if (result.status !== 0) throw new Stop("The build failed; its own message is above.");
}
