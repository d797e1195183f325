import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { freePort } from "../service/free-port.mjs";
import { startOtlpReceiver } from "../service/otlp-receiver.mjs";
import { root } from "../service/program.mjs";
import { runWhen } from "./runs.mjs";
import { endWith } from "./service.mjs";
import { startDatabase, startWebAndWorker } from "./web-and-worker.mjs";

const minutes = 60_000;
const canaries = { cell: "zebra-in-a-cell", name: "zebra-in-a-name" };
const columns = "id,name,email,birth_date,postal_code,language,amount";
const file = `${columns}\n1,${canaries.cell},${canaries.cell},${canaries.cell},H6A 0Z9,fr,50.50\n1,b,,,,fr,1\n`;
const caller = { trace: "4bf92f3577b34da6a3ce929d0e0e4736", span: "00f067aa0ba902b7" };
/** Spans leave at the end alone, so that what arrives was flushed at SIGTERM. */
const toCollector = (url, protocol) => ({
  OTEL_EXPORTER_OTLP_ENDPOINT: url,
  OTEL_EXPORTER_OTLP_PROTOCOL: protocol,
  OTEL_BSP_SCHEDULE_DELAY: "600000",
});
/** Tells at its end which packages of OpenTelemetry the process had loaded. */
const tellLoaded = `data:text/javascript,${encodeURIComponent(`
  import { createRequire } from "node:module";
  const { cache } = createRequire("${join(root, "package.json")}");
  process.on("exit", () => console.log("loaded", Object.keys(cache).filter((file) => /@opentelemetry.(sdk|core|exporter)|bullmq-otel/.test(file)).length, "files"));
`)}`;

/** One database for all of them: each leaves its run at its end. */
let database;
const releases = [];
before(async () => {
  database = await startDatabase({ after: (release) => releases.push(release) });
});
after(async () => {
  for (const release of releases) await release();
});

async function startRedis(t) {
  const port = await freePort();
  const options = ["--port", String(port), "--bind", "127.0.0.1", "--save", "", "--appendonly", "no"];
  const child = spawn("redis-server", options, { stdio: ["ignore", "pipe", "inherit"] });
  const ended = once(child, "exit");
  endWith(t, {
    async stop() {
      child.kill();
      await ended;
    },
  });
  for await (const line of child.stdout) if (String(line).includes("Ready to accept")) break;
  child.stdout.resume();
  return `redis://127.0.0.1:${port}`;
}

async function submitAndEnd({ url, end }) {
  const response = await fetch(`${url}/api/validations?fileName=${canaries.name}.csv&ruleset=contacts`, {
    method: "POST",
    body: file,
    headers: { traceparent: `00-${caller.trace}-${caller.span}-01` },
  });
  assert.equal(response.status, 202, await response.clone().text());
  const { validationId } = await response.json();
  const run = await runWhen(url, validationId, ({ status }) => status === "completed");
  assert.equal(run.rows, 2);
  await end();
  return validationId;
}

function assertNothingSecret(text) {
  for (const canary of Object.values(canaries)) assert.equal(text.includes(canary), false, canary);
  assert.equal(text.includes("/api/"), false);
  assert.equal(/select |insert into/i.test(text), false);
}

for (const backend of ["PostgreSQL", "Redis"])
  test(`a file is one trace from its upload to each stage in the worker, with the queue in ${backend}`, {
    timeout: 3 * minutes,
  }, async (t) => {
    const receiver = await startOtlpReceiver();
    endWith(t, receiver);
    const redis = backend === "Redis" ? { REDIS_URL: await startRedis(t) } : {};
    const parts = await startWebAndWorker(
      t,
      { ...database, ...redis, ...toCollector(receiver.url, "http/json") },
      ["--import", tellLoaded],
    );
    const runId = await submitAndEnd(parts);

    const spans = receiver.spans().filter(({ traceId }) => traceId === caller.trace);
    const byId = new Map(spans.map((span) => [span.spanId, span]));
    const parentOf = ({ parentSpanId }) => byId.get(parentSpanId)?.name ?? parentSpanId;
    const parents = Object.fromEntries(spans.map((span) => [span.name, parentOf(span)]));
    assert.equal(parents["runs.submit"], caller.span);
    assert.equal(parents["files.upload"], "runs.submit");
    assert.equal(parents["runs.enqueue"], "runs.submit");
    assert.equal(parents["add validation.validate"], "runs.enqueue");
    assert.equal(parents["process validation"], "add validation.validate");
    assert.equal(parents.attempt, "process validation");
    for (const stage of ["parse", "insert", "rules", "store"]) {
      assert.equal(parents[`stage ${stage}`], "attempt", JSON.stringify(parents));
      const { service, attributes } = spans.find(({ name }) => name === `stage ${stage}`);
      assert.equal(service, "facnet-worker");
      assert.deepEqual(
        { ...attributes, "facnet.rows": 0, "facnet.bytes": 0 },
        {
          ...{ "facnet.run.id": runId, "facnet.attempt": 1, "facnet.stage": stage },
          ...{ "facnet.rows": 0, "facnet.bytes": 0 },
        },
      );
    }
    const [upload] = spans.filter(({ name }) => name === "files.upload");
    assert.equal(upload.service, "facnet-web");
    assert.equal(upload.attributes["facnet.bytes"], file.length);
    const [attempt] = spans.filter(({ name }) => name === "attempt");
    assert.equal(attempt.attributes["facnet.rows"], 2);
    assert.equal(attempt.attributes["facnet.outcome"], "completed");
    assertNothingSecret(receiver.text());
    for (const program of [parts.web, parts.worker])
      assert.match(program.output(), /^loaded [1-9]\d* files$/m);
  });

test("spans come in protobuf where nothing else is asked, with nothing of the file in them", {
  timeout: 3 * minutes,
}, async (t) => {
  const receiver = await startOtlpReceiver();
  endWith(t, receiver);
  await submitAndEnd(await startWebAndWorker(t, { ...database, ...toCollector(receiver.url, "") }));
  for (const name of ["files.upload", "stage store"]) assert.ok(receiver.text().includes(name), name);
  assertNothingSecret(receiver.text());
});

test("a collector that never answers holds up neither a run nor the end of a process", {
  timeout: 3 * minutes,
}, async (t) => {
  const receiver = await startOtlpReceiver({ answers: false });
  endWith(t, receiver);
  await submitAndEnd(await startWebAndWorker(t, { ...database, ...toCollector(receiver.url, "http/json") }));
  assert.ok(receiver.requests() > 0);
});

test("without a collector nothing of OpenTelemetry is loaded", { timeout: 3 * minutes }, async (t) => {
  const parts = await startWebAndWorker(t, database, ["--import", tellLoaded]);
  await submitAndEnd(parts);
  for (const program of [parts.web, parts.worker]) assert.match(program.output(), /^loaded 0 files$/m);
});
