import assert from "node:assert/strict";
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { startOf, waitUntil } from "../../scripts/start/processes.mjs";
import { freePort, listenSomewhere } from "../service/free-port.mjs";
import { newDataDir, startService } from "./service.mjs";

const minutes = 60_000;
const isGone = (pid) => startOf(pid) === null;

test("it starts from nothing, answers, and ends in order on SIGTERM", { timeout: 5 * minutes }, async (t) => {
  const dataDir = newDataDir(t);
  const port = await freePort();
  const service = startService(t, { dataDir, port });
  await service.printed(new RegExp(`^Ready: http://127\\.0\\.0\\.1:${port}$`, "m"));
  assert.equal((await fetch(`http://127.0.0.1:${port}/api/health`)).status, 200);
  assert.equal(statSync(join(dataDir, "postgres.json")).mode & 0o077, 0, "the password's file is private");

  const children = service.children();
  assert.equal(children.length, 2);
  service.child.kill("SIGTERM");
  assert.equal(await service.ended, 0, service.output());
  assert.ok(children.every(isGone), "web and worker have ended");
  assert.ok(!existsSync(join(dataDir, "start.lock")));
  assert.ok(!existsSync(join(dataDir, "postgres", "postmaster.pid")), "the database has shut down cleanly");
});

test("a data folder left by a killed start is taken up again", { timeout: 3 * minutes }, async (t) => {
  const dataDir = newDataDir(t);
  const port = await freePort();
  const killed = startService(t, { dataDir, port });
  await killed.printed(/^Ready: /m);
  const orphans = killed.children();
  killed.child.kill("SIGKILL");
  await killed.ended;

  const next = startService(t, { dataDir, port });
  await next.printed(/^Ready: /m);
  assert.match(next.output(), /did not end properly/);
  assert.ok(orphans.every(isGone), "nothing of the killed run lives on");
});

test("a second start beside the first says where the first runs", { timeout: 3 * minutes }, async (t) => {
  const dataDir = newDataDir(t);
  const port = await freePort();
  const first = startService(t, { dataDir, port });
  await first.printed(/^Ready: /m);

  const second = startService(t, { dataDir, port: await freePort() });
  assert.equal(await second.ended, 1);
  assert.match(
    second.output(),
    new RegExp(`already runs .*http://127\\.0\\.0\\.1:${port} \\(process ${first.child.pid}`),
  );
  assert.equal((await fetch(`http://127.0.0.1:${port}/api/health`)).status, 200, "the first goes on");
});

test("a worker that dies is started again", { timeout: 3 * minutes }, async (t) => {
  const service = startService(t, { dataDir: newDataDir(t), port: await freePort() });
  await service.printed(/^Ready: /m);
  const before = service.children();
  const [worker] = before;
  process.kill(worker, "SIGKILL");
  await service.printed(/The worker process ended \(SIGKILL\); starting it again/);
  const isReplaced = () => service.children().some((pid) => !before.includes(pid));
  assert.ok(await waitUntil(isReplaced, { timeoutMs: 20_000 }));
});

test("a taken port is named, with a way out", { timeout: minutes }, async (t) => {
  const { server, port } = await listenSomewhere();
  t.after(() => server.close());
  const service = startService(t, { dataDir: newDataDir(t), port });
  assert.equal(await service.ended, 1);
  assert.match(service.output(), new RegExp(`Port ${port} on 127\\.0\\.0\\.1 is taken`));
  assert.match(service.output(), /PORT=\d+ npm start/);
});

test("it refuses to serve other machines without an access token", { timeout: minutes }, async (t) => {
  const service = startService(t, {
    dataDir: newDataDir(t),
    port: await freePort(),
    env: { HOST: "0.0.0.0" },
  });
  assert.equal(await service.ended, 1);
  assert.match(service.output(), /no ACCESS_TOKEN is set/);
});

test("a short access token is refused", { timeout: minutes }, async (t) => {
  const env = { HOST: "0.0.0.0", ACCESS_TOKEN: "short" };
  const service = startService(t, { dataDir: newDataDir(t), port: await freePort(), env });
  assert.equal(await service.ended, 1);
  assert.match(service.output(), /at least 16 characters/);
});
