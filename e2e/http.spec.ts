import { openAsBlob } from "node:fs";
import { expect, test } from "./fixtures";
import { contacts } from "./sample-files";
import { serviceUrl } from "./service-url";

const api = (path: string) => `${serviceUrl()}${path}`;

test("plain HTTP: 202 with a location, events until the end, findings as CSV", async () => {
  const submitted = await fetch(api(`/api/validations?fileName=plain.csv&ruleset=${contacts.ruleset}`), {
    method: "POST",
    headers: { "content-type": "text/csv" },
    body: await openAsBlob(contacts.faulty),
  });
  expect(submitted.status).toBe(202);
  const { validationId, status, jobId } = await submitted.json();
  expect({ status, jobId }).toEqual({ status: "queued", jobId: `validation-${validationId}` });
  const location = submitted.headers.get("location") ?? "";
  expect(location).toBe(`/api/validations/${validationId}`);

  // The stream ends by itself when the run is final, so that its text is the whole story.
  const events = await (await fetch(api(`${location}/events`))).text();
  const revisions = [...events.matchAll(/^id: (\d+)$/gm)].map(([, revision]) => Number(revision));
  expect(revisions.length).toBeGreaterThan(0);
  expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  const last = [...events.matchAll(/^data: (.+)$/gm)].at(-1)?.[1] ?? "{}";
  expect(JSON.parse(last)).toMatchObject({ snapshot: { status: "completed", progress: 100 } });

  const run = await (await fetch(api(location))).json();
  expect(run).toMatchObject({ status: "completed", progress: 100, fileName: "plain.csv" });
  expect(run.counts.error).toBeGreaterThan(0);

  const csv = await (await fetch(api(`${location}/findings?format=csv`))).text();
  expect(csv.split("\r\n")[0]).toContain("severity,code,row,line,column,field");
  expect(csv.trimEnd().split("\r\n")).toHaveLength(run.kept + 1);
});

test("a form works like a raw body", async () => {
  const form = new FormData();
  form.set("ruleset", contacts.ruleset);
  form.set("file", await openAsBlob(contacts.faulty), "form.csv");
  const submitted = await fetch(api("/api/validations"), { method: "POST", body: form });
  expect(submitted.status).toBe(202);
});

test("what is wrong with a request is said by its status", async () => {
  const unknown = await fetch(api("/api/validations/00000000-0000-4000-8000-000000000000"));
  expect(unknown.status).toBe(404);
  const nameless = await fetch(api("/api/validations"), { method: "POST", body: "a,b\n1,2\n" });
  expect(nameless.status).toBe(400);
  const foreign = await fetch(api("/api/validations?fileName=a.csv"), {
    method: "POST",
    headers: { origin: "https://elsewhere.example" },
    body: "a,b\n1,2\n",
  });
  expect(foreign.status).toBe(403);
});
