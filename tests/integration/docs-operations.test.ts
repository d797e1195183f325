import { readFile } from "node:fs/promises";
import { parser } from "@prometheus-io/lezer-promql";
import { UnrecoverableError } from "bullmq";
import { Redis } from "ioredis";
import pg from "pg";
import { afterAll, expect, inject, it, vi } from "vitest";
import { putQueueOnRedis } from "./database";
import { makeRun } from "./make-run";

putQueueOnRedis();
const { makeWorker } = await import("@/queue/backend");
const { jobIdOf } = await import("@/queue/contract");
const { producer } = await import("@/queue/producer");
const { readMetrics } = await import("@/services/read-metrics");

const example = "00000000-0000-4000-8000-000000000000";
const patient = { timeout: 15_000, interval: 20 };
const operations = await readFile("docs/OPERATIONS.md", "utf8");
const redisGuide = await readFile("docs/REDIS.md", "utf8");
const docs = `${operations}\n${redisGuide}`;
const blocks = (language: string) =>
  [...docs.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\``, "gm"))].map(
    ([, text = ""]) => text,
  );
const closers: (() => Promise<unknown>)[] = [() => producer().close()];

afterAll(async () => {
  for (const close of closers.reverse()) await close();
});

it("every SQL of the operators' page answers on the service's real tables, and finds what it is asked for", async () => {
  const run = await makeRun();
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  closers.push(() => client.end());
  const answers = new Map<string, unknown>();
  for (const sql of blocks("sql")) {
    const { rows } = await client.query(sql.replaceAll(example, run.runId));
    answers.set(sql.split("\n")[0] ?? "", JSON.stringify(rows));
  }
  expect(answers.size).toBeGreaterThan(12);
  for (const title of [
    "-- What waits",
    "-- Queue in PostgreSQL: runs that wait",
    "-- Files by why",
    "-- The runs that hold",
  ]) {
    const [found] = [...answers].filter(([first]) => first.startsWith(title));
    expect(found?.[1], title).toContain(title.startsWith("-- Files") ? "its run is not over" : run.runId);
  }
});

/** One job in each state that the page tells how to look at. */
async function fillQueue(): Promise<string> {
  const runs = [await makeRun(), await makeRun(), await makeRun(), await makeRun(), await makeRun()];
  for (const [turn, run] of runs.entries()) await producer().enqueue({ ...run, turn: turn + 1 });
  let taken = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const worker = makeWorker(
    async () => {
      taken += 1;
      if (taken === 2) throw new UnrecoverableError("broken for good");
      if (taken === 3) throw new Error("broken for now");
      if (taken === 4) await held;
    },
    { concurrency: 1 },
  );
  closers.push(() => worker.close());
  closers.push(async () => release());
  await vi.waitUntil(() => taken === 4, patient);
  return jobIdOf(runs[3]?.runId ?? "");
}

it("every redis-cli line meets the queue's real keys, of the type that the page says", async () => {
  const jobId = await fillQueue();
  const redis = new Redis(inject("redisUrl"));
  closers.push(async () => redis.disconnect());
  const tag = `{${process.env.QUEUE_PREFIX}}`;
  const real = (text: string) => text.replaceAll("{facnet}", tag).replaceAll(`validation-${example}`, jobId);
  const lines = blocks("sh")
    .join("\n")
    .split("\n")
    .flatMap((line) => /^redis-cli -u "\$REDIS_URL" ([A-Z].*?)( +#.*)?$/.exec(line)?.[1] ?? []);
  const answers = new Map<string, unknown>();
  for (const line of lines) {
    const [command = "", ...args] = [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) =>
      real(quoted ?? bare ?? ""),
    );
    answers.set(line, await redis.call(command, ...args));
  }
  expect(lines.length).toBeGreaterThan(9);
  const about = (start: string) => [...answers].find(([line]) => line.startsWith(start))?.[1];
  expect(about("ZRANGE '{facnet}:validation:prioritized'")).toHaveLength(1);
  expect(about("LRANGE '{facnet}:validation:active'")).toEqual([jobId]);
  expect(about("XREVRANGE '{facnet}:validation:events'")).toHaveLength(3);
  expect(about("PTTL")).toBeGreaterThan(0);
  expect(about("MEMORY USAGE '{facnet}:validation:events'")).toBeGreaterThan(0);

  const rows = [...docs.matchAll(/^\| (`[a-z<][^|]*) \| (zset|list|stream|hash|string) \|/gm)];
  expect(rows.length).toBeGreaterThan(5);
  for (const [, names = "", type] of rows)
    for (const [, name = ""] of names.matchAll(/`([^`]+)`/g)) {
      const key = `${tag}:validation:${name.replace("validation-<run id>", jobId)}`;
      expect(await redis.type(key), name).toBe(type);
    }
  expect(await redis.exists(`${tag}:validation:wait`, `${tag}:validation:waiting`)).toBe(0);
});

it("every metric of the alerts and every npm script of the pages is there", async () => {
  const { text } = await readMetrics();
  const metrics = new Set([...operations.matchAll(/\bfacnet_[a-z_]+\b/g)].map(([name]) => name));
  expect(metrics.size).toBeGreaterThan(7);
  for (const name of metrics) expect(text).toMatch(new RegExp(`^(# TYPE )?${name}[ {]`, "m"));
  for (const label of new Set(
    [...operations.matchAll(/facnet_\w+\{(\w+)!?="(\w+)"/g)].map(([, ...one]) => one.join("=")),
  ))
    expect(text).toMatch(new RegExp(`[{,]${label.replace("=", '="')}"`));
  const alerts = [...operations.matchAll(/^\| [^|]+ \| (`.*`.*) \| \d+m \|$/gm)].map(([, cell = ""]) =>
    cell.replaceAll("`", ""),
  );
  expect(alerts.length).toBeGreaterThan(7);
  for (const alert of alerts)
    parser.parse(alert).iterate({ enter: (node) => expect(node.type.isError, alert).toBe(false) });
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  const named = [...docs.matchAll(/npm run (?:-s )?([a-z:]+)/g)].map(([, name = ""]) => name);
  expect(named.length).toBeGreaterThan(5);
  for (const name of named) expect(Object.keys(scripts)).toContain(name);
});
