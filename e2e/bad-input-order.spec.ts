import { expect, test } from "./fixtures";
import { bigFile } from "./sample-files";
import { serviceUrl } from "./service-url";
import { submitBytes } from "./submit-bytes";
import { submitFile } from "./submit-file";

const api = (path: string) => `${serviceUrl()}${path}`;
const mutate = (procedure: string, input: unknown) =>
  fetch(api(`/api/trpc/${procedure}`), {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(input),
  });
const runOf = async (id: string) => (await fetch(api(`/api/validations/${id}`))).json();
const statusOf = async (id: string): Promise<string> => (await runOf(id)).status;

/** Both ways to cancel; each resolves to the answer's HTTP status and the product's code, if it is a refusal. */
const ways: Record<string, (runId: string) => Promise<{ http: number; code?: string; status?: string }>> = {
  "plain HTTP": async (runId) => {
    const answer = await fetch(api(`/api/validations/${runId}/cancel`), { method: "POST" });
    const { code, status } = await answer.json();
    return answer.ok ? { http: answer.status, status } : { http: answer.status, code };
  },
  tRPC: async (runId) => {
    const answer = await mutate("runs.cancel", { runId });
    const body = await answer.json();
    if (!answer.ok) return { http: answer.status, code: body.error.data.appCode };
    return { http: answer.status, status: body.result.data.status };
  },
};

for (const [way, cancel] of Object.entries(ways)) {
  test(`a cancel by ${way} before the start, in mid-run, twice and after the end`, async ({
    page: _,
  }, info) => {
    const big = await bigFile(info.outputPath("big.csv"), 400_000);
    // The worker takes two runs at a time: the third waits.
    const [first = "", second = ""] = [await submitFile(big), await submitFile(big)];
    const waiting = await submitFile(big);
    await expect.poll(async () => (await runOf(first)).rows).toBeGreaterThan(0);

    expect(await statusOf(waiting)).toBe("queued");
    expect(await cancel(waiting)).toEqual({ http: 200, status: "cancelled" });
    expect(await cancel(waiting)).toEqual({ http: 200, status: "cancelled" });

    expect(await cancel(first)).toEqual({ http: 200, status: "cancelled" });
    const { revision, rows } = await runOf(first);
    expect(rows).toBeGreaterThan(0);

    await (await fetch(api(`/api/validations/${second}/events`))).text();
    expect(await cancel(second)).toEqual({ http: 409, code: "conflict" });
    expect(await statusOf(second)).toBe("completed");

    expect(await runOf(first)).toMatchObject({ status: "cancelled", revision, rows, fileKept: false });
    expect(await runOf(waiting)).toMatchObject({ status: "cancelled", rows: 0, attempt: 0, fileKept: false });
  });
}

test("one file, asked for many times at once, is one run with each finding once", async () => {
  const uploaded = await fetch(api("/api/trpc/files.upload"), {
    method: "POST",
    headers: { "content-type": "application/octet-stream", "x-file-name": "twice.csv" },
    body: `id,name\n${"1\n".repeat(300_000)}1,a\n`,
  });
  const { fileId } = (await uploaded.json()).result.data;
  const answers = await Promise.all(Array.from({ length: 12 }, () => mutate("runs.enqueue", { fileId })));
  const ids = await Promise.all(
    answers.map(async (answer) => (await answer.json()).result.data.validationId as string),
  );
  expect(new Set(ids).size).toBe(1);
  const [runId = ""] = ids;
  await (await fetch(api(`/api/validations/${runId}/events`))).text();
  expect(await runOf(runId)).toMatchObject({
    status: "completed",
    attempt: 1,
    rows: 300_001,
    codes: { "missing-cell": 300_000 },
  });

  const late = await mutate("runs.enqueue", { fileId });
  expect((await late.json()).error.data).toMatchObject({ appCode: "file-gone" });
});

test("the same bytes sent again are a file and a run of their own", async () => {
  const [one, two] = [await submitBytes("a,b\n1,2\n"), await submitBytes("a,b\n1,2\n")];
  expect(one.runId).not.toBe(two.runId);
  expect(two).toMatchObject({ status: "completed", rows: 1 });
});

test("options that do not exist are refused by name, and nothing is kept", async () => {
  const before = (await (await fetch(api("/api/validations?limit=1"))).json()).items[0]?.runId;
  for (const [query, name] of [
    ["delimiter=secret", "delimiter"],
    ["encoding=secret", "encoding"],
    ["header=secret", "header"],
    ["keepHours=999999999", "keepHours"],
    ["rulesetVersion=secret", "rulesetVersion"],
    ["colour=secret", "colour"],
  ]) {
    const answer = await fetch(api(`/api/validations?fileName=a.csv&${query}`), {
      method: "POST",
      body: "a\n1\n",
    });
    expect(answer.status, query).toBe(400);
    const text = await answer.text();
    expect(text).toContain(name);
    expect(text).not.toContain("secret");
  }
  expect((await (await fetch(api("/api/validations?limit=1"))).json()).items[0]?.runId).toBe(before);
});
