import "./quiet";
import { spawnSync } from "node:child_process";
import { parseArgs } from "node:util";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { buildIfChanged } from "../../scripts/start/build-if-changed.mjs";
import { runChaos, tallyLine } from "./chaos";
import { startServers } from "./servers";

// npm run chaos -- --files 50 --workers 3 --minutes 5 --seed 7 [--queue redis|postgres] [--rows 80000]
const { values } = parseArgs({
  options: {
    files: { type: "string", default: "20" },
    workers: { type: "string", default: "2" },
    minutes: { type: "string", default: "1" },
    seed: { type: "string", default: "1" },
    queue: { type: "string" },
    /** The most that a file has. */
    rows: { type: "string", default: "80000" },
  },
});

/** A whole or broken number above 0, else the program ends. */
function positive(name: "files" | "workers" | "minutes" | "seed" | "rows"): number {
  const value = Number(values[name]);
  if (value > 0) return value;
  process.stderr.write(`--${name} must be a number above 0\n`);
  process.exit(2);
}

const hasRedis = spawnSync("redis-server", ["--version"]).status === 0;
const queue = values.queue ?? (hasRedis ? "redis" : "postgres");
if (queue !== "redis" && queue !== "postgres") {
  process.stderr.write("--queue must be redis or postgres\n");
  process.exit(2);
}

const say = (line: string) => process.stdout.write(`${new Date().toISOString().slice(11, 23)} ${line}\n`);
const [files, seed, rows] = [positive("files"), positive("seed"), positive("rows")];
const chosen = { files, workers: positive("workers"), seconds: positive("minutes") * 60, seed };
buildIfChanged();
const servers = await startServers(queue);
let isClean = false;
try {
  say(`${files} files on the ${queue} queue, seed ${seed}`);
  const range = { from: Math.ceil(rows / 20), to: rows };
  const judgement = await runChaos({ ...chosen, servers, stillMs: 20_000, rows: range, say });
  for (const line of [...judgement.complaints, ...judgement.tally]) say(line);
  isClean = judgement.complaints.length === 0;
  await runEvents().close();
  await producer().close();
  process.stdout.write(`${tallyLine(files, judgement)}\n`);
} finally {
  await servers.stop();
}
// The database server's own exit hook would else end the program with 0.
process.exit(isClean ? 0 : 1);
