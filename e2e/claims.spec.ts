import { join } from "node:path";
import { z } from "zod";
import { expect, test } from "./fixtures";
import { serviceUrl } from "./service-url";
import { runToEnd } from "./submit-bytes";
import { submitFile } from "./submit-file";

const folder = join("rulesets", "ramq-daily-claims");
const Run = z.object({ counts: z.object({ error: z.number() }), codes: z.record(z.string(), z.number()) });

/** What the ruleset's rules are called, one of each kind at least. */
const rules = {
  row: "intervention-too-short",
  reference: "tariff",
  group: "office-fee-19928",
  sequence: "intervention-overlap",
};

async function validate(name: string) {
  const runId = await submitFile(join(folder, name), { ruleset: "ramq-daily-claims" });
  await runToEnd(runId);
  const answer = await fetch(`${serviceUrl()}/api/validations/${runId}`);
  return { runId, run: Run.parse(await answer.json()) };
}

test("a file of daily claims is checked by rules of every kind, and its faults are told by doctor and day", async ({
  page,
}) => {
  const { runId, run } = await validate("sample-faulty.csv");
  for (const code of Object.values(rules)) expect(run.codes[code], code).toBeGreaterThan(0);
  await page.goto(`/runs/${runId}`);
  await expect(page.getByTestId("stake")).toContainText("$");
  await page.getByRole("tab", { name: "Days" }).click();
  await expect(page.getByTestId("calendar")).toBeVisible();
  expect(await page.getByTestId("subjects").getByRole("row").count()).toBeGreaterThan(2);
});

test("a sound file of daily claims has nothing that a rule over many rows or a table would flag", async () => {
  const { run } = await validate("sample-valid.csv");
  for (const code of Object.values(rules)) expect(run.codes[code] ?? 0, code).toBe(0);
});
