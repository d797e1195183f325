// npm test: everything, in order. `npm test -- --only integration,e2e` runs some steps.
import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { installIfNeeded, npmCommand } from "./start/install.mjs";
import { root } from "./start/settings.mjs";
import { countResults } from "./test/count-results.mjs";
import { ensureChromium, ensureRedis } from "./test/tools.mjs";

installIfNeeded();
const path = (name) => join(root, name);
const startTests = () =>
  readdirSync(path("tests/start"))
    .filter((name) => name.endsWith(".test.mjs"))
    .map((name) => path(`tests/start/${name}`));

const node = (...args) => ({ command: process.execPath, args, shell: false });

/** They have no count of their own, and run side by side; one that fails counts as one failure. */
const gates = ["check:format", "check:imports", "check:dead", "check:types"];

const steps = [
  { name: "gates", group: "verify", gates },
  {
    name: "unit tests",
    group: "verify",
    runner: "vitest",
    run: () => npmCommand(["run", "-s", "test:unit"]),
  },
  { name: "build", group: "build", run: () => node(path("scripts/build.mjs")) },
  {
    name: "integration tests",
    group: "integration",
    runner: "vitest",
    before: ensureRedis,
    run: () => npmCommand(["run", "-s", "test:integration"]),
  },
  {
    name: "fault tests",
    group: "faults",
    runner: "vitest",
    before: ensureRedis,
    run: () => npmCommand(["run", "-s", "test:faults"]),
  },
  {
    name: "start tests",
    group: "start",
    runner: "node",
    before: ensureRedis,
    run: () => node("--test", "--test-reporter=spec", ...startTests()),
  },
  {
    name: "browser tests",
    group: "e2e",
    runner: "playwright",
    before: ensureChromium,
    run: () => npmCommand(["run", "-s", "test:e2e"]),
  },
];

function chosenGroups() {
  const at = process.argv.findIndex((argument) => argument === "--only" || argument.startsWith("--only="));
  if (at < 0) return null;
  const list = process.argv[at].split("=")[1] ?? process.argv[at + 1] ?? "";
  return new Set(list.split(","));
}

function run({ command, args, shell }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, shell, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const take = (out) => (chunk) => {
      output += chunk;
      out.write(chunk);
    };
    child.stdout.setEncoding("utf8").on("data", take(process.stdout));
    child.stderr.setEncoding("utf8").on("data", take(process.stderr));
    child.once("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

async function runGates(names) {
  const codes = await Promise.all(
    names.map(async (name) => (await run(npmCommand(["run", "-s", name]))).code),
  );
  const failed = names.filter((_, at) => codes[at] !== 0);
  return {
    passed: 0,
    failed: failed.length,
    closing: [failed.length === 0 ? "ok" : `FAILED: ${failed.join(", ")}`],
  };
}

async function runStep(step) {
  console.log(`\n== ${step.name}`);
  try {
    await step.before?.();
    if (step.gates) return await runGates(step.gates);
    const { code, output } = await run(step.run());
    if (step.runner) return countResults(step.runner, output, code);
    return { passed: 0, failed: code === 0 ? 0 : 1, closing: [code === 0 ? "ok" : "FAILED"] };
  } catch (error) {
    console.error(error.message);
    return { passed: 0, failed: 1, closing: [error.message.split("\n")[0]] };
  }
}

const groups = chosenGroups();
const results = [];
for (const step of steps) {
  if (groups && !groups.has(step.group)) continue;
  const result = await runStep(step);
  results.push({ name: step.name, ...result });
  // The later steps run what the build made: without it they would test yesterday's code.
  if (step.group === "build" && result.failed > 0) break;
}

console.log("");
for (const { name, closing } of results) for (const line of closing) console.log(`${name}: ${line}`);
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`\n${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") > 0 || results.length === 0 ? 1 : 0);
