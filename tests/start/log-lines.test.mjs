import assert from "node:assert/strict";
import { test } from "node:test";
import { runWhen, submit } from "./runs.mjs";
import { startDatabase, startWebAndWorker } from "./web-and-worker.mjs";

const linesOf = (program) =>
  program
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"))
    .map((line) => JSON.parse(line));

test("a run's lines are found by its runId alone in both processes, and an error's by its request id", {
  timeout: 180_000,
}, async (t) => {
  const parts = await startWebAndWorker(t, { ...(await startDatabase(t)), LOG_LEVEL: "debug" });
  const { url, web, worker } = parts;
  const ids = await Promise.all(["id,name\n1,a\n", "id,name\n1\n"].map((body) => submit(url, body)));
  for (const id of ids) await runWhen(url, id, ({ status }) => status === "completed");

  const missing = "/api/validations/00000000-0000-4000-8000-000000000000";
  const refused = await fetch(`${url}${missing}`, { headers: { "x-request-id": "from-the-proxy-1" } });
  assert.equal(refused.headers.get("x-request-id"), "from-the-proxy-1");
  assert.equal((await refused.json()).requestId, "from-the-proxy-1");
  const procedure = await fetch(`${url}/api/trpc/runs.get?input=%7B%22runId%22%3A%22x%22%7D`);
  const { error } = await procedure.json();
  assert.match(error.data.requestId, /^[0-9a-f-]{36}$/);
  assert.equal(procedure.headers.get("x-request-id"), error.data.requestId);
  await parts.end();

  const lines = { web: linesOf(web), worker: linesOf(worker) };
  for (const id of ids) {
    const messages = (part) => lines[part].filter(({ runId }) => runId === id).map(({ msg }) => msg);
    assert.ok(messages("web").includes("a run was queued"), web.output());
    for (const told of ["Attempt 1 started", "Completed"])
      assert.ok(messages("worker").includes(told), worker.output());
    const [started] = lines.worker.filter(({ runId, msg }) => runId === id && msg === "Attempt 1 started");
    assert.deepEqual([started.jobId, started.attempt], [`validation-${id}`, 1]);
    for (const line of [...lines.web, ...lines.worker])
      if (JSON.stringify(line).includes(id)) assert.equal(line.runId, id, JSON.stringify(line));
  }
  for (const line of lines.web.filter(({ msg }) => msg === "a run was queued")) assert.ok(line.requestId);
});
