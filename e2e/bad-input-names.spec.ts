import { expect, test } from "./fixtures";
import { serviceUrl } from "./service-url";

const bytes = "id,name\n1,Ada\n";

/** A name as a sender gives it, and as the run has it. */
const names: [string, string, string | RegExp][] = [
  ["folders above", "../../../etc/passwd.csv", "passwd.csv"],
  ["folders of Windows", "..\\..\\Windows\\system.csv", "system.csv"],
  ["nothing but folders", "../..", "unnamed.csv"],
  ["emoji", "🧾 factures 👩‍⚕️.csv", "🧾 factures 👩‍⚕️.csv"],
  ["300 characters", `${"n".repeat(300)}.csv`, `${"n".repeat(251)}.csv`],
  ["300 emoji", `${"👩‍⚕️".repeat(300)}.csv`, /^(👩‍⚕️){20,50}\.csv$/u],
  ["control characters", "a\t\u0000\u001b[31m\u0007\u0085b.csv", "a[31mb.csv"],
  ["a direction override", "\u202evsc.exe.csv", "vsc.exe.csv"],
  ["markup", "<img src=x onerror=alert(1)>.csv", "<img src=x onerror=alert(1)>.csv"],
  ["a percent sign that encodes nothing", "100%.csv", "100%.csv"],
];

const post = (path: string, body: BodyInit, headers: Record<string, string> = {}) =>
  fetch(`${serviceUrl()}${path}`, { method: "POST", body, headers });

/** The doors through which a name comes; each resolves to the answer of the enqueueing request. */
const doors: Record<string, (name: string) => Promise<Response>> = {
  "a form": (name) => {
    const form = new FormData();
    form.set("file", new File([bytes], name));
    return post("/api/validations", form);
  },
  "the address": (name) => post(`/api/validations?${new URLSearchParams({ fileName: name })}`, bytes),
  "a header": (name) => post("/api/validations", bytes, { "x-file-name": encodeURIComponent(name) }),
  tRPC: async (name) => {
    const uploaded = await post("/api/trpc/files.upload", bytes, {
      "content-type": "application/octet-stream",
      "x-file-name": encodeURIComponent(name),
    });
    const { fileId } = (await uploaded.json()).result.data;
    return post("/api/trpc/runs.enqueue", JSON.stringify({ fileId }), { "content-type": "application/json" });
  },
};

for (const [what, given, shown] of names) {
  test(`a name with ${what} is made safe at every door`, async () => {
    for (const [door, submit] of Object.entries(doors)) {
      const answer = await submit(given);
      expect(answer.ok, door).toBe(true);
      const body = await answer.json();
      const { validationId } = body.result?.data ?? body;
      const run = await (await fetch(`${serviceUrl()}/api/validations/${validationId}`)).json();
      if (typeof shown === "string") expect(run.fileName, door).toBe(shown);
      else expect(run.fileName, door).toMatch(shown);
      expect(run.fileName.length, door).toBeLessThanOrEqual(255);
    }
  });
}

test("a name is text on the page, never markup", async ({ page }) => {
  const name = "<b>bold <i>and more.csv";
  const answer = await post(`/api/validations?${new URLSearchParams({ fileName: name })}`, bytes);
  const { validationId } = await answer.json();
  await page.goto(`/runs/${validationId}`);
  await expect(page.getByTestId("file-name")).toHaveText(name);
});
