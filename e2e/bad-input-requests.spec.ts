import { expect, test } from "./fixtures";
import { serviceUrl } from "./service-url";

const unknownId = "00000000-0000-4000-8000-000000000000";
const garbage = [
  "1",
  "x".repeat(300),
  "..%2F..%2Fetc%2Fpasswd",
  "%00",
  "%F0%9F%92%A3",
  "' OR 1=1--",
  `${unknownId}0`,
];
const json = { "content-type": "application/json" };

const ask = (path: string, init: RequestInit = {}) => fetch(`${serviceUrl()}${path}`, init);
const query = (procedure: string, input: unknown) =>
  ask(`/api/trpc/${procedure}?input=${encodeURIComponent(JSON.stringify(input))}`);
const mutate = (procedure: string, body: string) =>
  ask(`/api/trpc/${procedure}`, { method: "POST", headers: json, body });

test.describe("an id that no run has", () => {
  for (const [method, tail] of [
    ["GET", ""],
    ["DELETE", ""],
    ["GET", "/events"],
    ["GET", "/findings"],
    ["GET", "/findings?format=csv"],
    ["GET", "/findings?format=ndjson"],
    ["POST", "/cancel"],
    ["POST", "/retry"],
  ] as const) {
    test(`is 404 at ${method} /api/validations/:id${tail}`, async () => {
      for (const id of [unknownId, ...garbage]) {
        const answer = await ask(`/api/validations/${id}${tail}`, { method });
        expect(answer.status, id).toBe(404);
        expect(await answer.json()).toMatchObject({ status: 404, code: "not-found" });
      }
    });
  }

  for (const [procedure, send] of [
    ["runs.get", query],
    ["runs.findings", query],
    ["runs.totals", query],
    ["runs.logs", query],
    ["runs.cancel", (name: string, input: unknown) => mutate(name, JSON.stringify(input))],
    ["runs.retry", (name: string, input: unknown) => mutate(name, JSON.stringify(input))],
    ["runs.delete", (name: string, input: unknown) => mutate(name, JSON.stringify(input))],
  ] as const) {
    test(`is 404 at ${procedure}, and 400 when it cannot be one`, async () => {
      const unknown = await send(procedure, { runId: unknownId });
      expect(unknown.status).toBe(404);
      expect((await unknown.json()).error.data).toMatchObject({ appCode: "not-found" });
      for (const runId of [...garbage, 7, null, {}, []]) {
        const answer = await send(procedure, { runId });
        expect(answer.status).toBe(400);
        expect((await answer.json()).error.message).toBe("Not valid: runId.");
      }
    });
  }

  test("ends a watch with the same code", async () => {
    const text = await (await query("runs.watch", { runId: unknownId })).text();
    expect(text).toMatch(/event: serialized-error\ndata: .*"appCode":"not-found"/);
  });

  test("is a page that says so", async () => {
    for (const path of [`/runs/${unknownId}`, "/runs/1", "/runs/%00", "/rulesets/none"]) {
      const answer = await ask(path);
      expect(answer.status, path).toBe(404);
      expect(await answer.text()).toContain("There is nothing at this address");
    }
  });
});

test("an unknown file or ruleset is 404 where a run is asked for", async () => {
  expect((await mutate("runs.enqueue", JSON.stringify({ fileId: unknownId }))).status).toBe(404);
  expect((await query("rulesets.get", { id: "none" })).status).toBe(404);
  const submitted = await ask("/api/validations?fileName=a.csv&ruleset=none", {
    method: "POST",
    body: "a,b\n1,2\n",
  });
  expect(submitted.status).toBe(404);
});

test.describe("JSON that does not parse", () => {
  const broken = ["{", "", "[1,", '{"runId":}', "\0", "NaN", "{'a':1}", '{"a":"\ud800'];

  for (const procedure of ["runs.enqueue", "runs.cancel", "runs.retry", "runs.delete", "rulesets.save"])
    test(`is 400 at ${procedure}`, async () => {
      for (const body of broken) {
        const answer = await mutate(procedure, body);
        expect(answer.status, body).toBe(400);
        expect((await answer.json()).error.data).toMatchObject({ appCode: "invalid-input" });
      }
    });

  for (const procedure of ["runs.get", "runs.list", "runs.findings", "rulesets.get"])
    test(`is 400 as the input of ${procedure}`, async () => {
      for (const input of ["{", "[1,", "NaN"])
        expect((await ask(`/api/trpc/${procedure}?input=${encodeURIComponent(input)}`)).status, input).toBe(
          400,
        );
    });

  test("is 400 at POST /api/session", async () => {
    for (const body of [...broken, "null", "[]", '{"token":7}', '{"token":""}']) {
      const answer = await ask("/api/session", { method: "POST", headers: json, body });
      expect(answer.status, body).toBe(400);
      expect(await answer.json()).toMatchObject({ status: 400, code: "invalid-input" });
    }
  });
});

test("a query that does not fit is 400 and is named without its value", async () => {
  for (const [path, name] of [
    ["/api/validations?limit=secret", "limit"],
    ["/api/validations?status=secret", "status"],
    ["/api/validations?cursor=secret", "cursor"],
    [`/api/validations?search=${"secret".repeat(50)}`, "search"],
  ] as const) {
    const answer = await ask(path);
    expect(answer.status, path).toBe(400);
    const text = await answer.text();
    expect(text).toContain(name);
    expect(text).not.toContain("secret");
  }
});

test("a method that a door does not have is 405, an address that leads nowhere 404", async () => {
  expect((await ask("/api/validations", { method: "PUT" })).status).toBe(405);
  expect((await ask("/api/trpc/runs.cancel")).status).toBe(405);
  expect((await ask("/api/nowhere")).status).toBe(404);
  expect((await ask("/api/trpc/runs.nowhere")).status).toBe(404);
});
