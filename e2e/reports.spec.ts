import { mkdir, readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { contacts } from "./sample-files";
import { runToEnd } from "./submit-bytes";
import { submitFile } from "./submit-file";

const keep = { ruleset: contacts.ruleset, keepHours: "1" };

async function validated(path: string, options: Record<string, string> = keep): Promise<string> {
  const runId = await submitFile(path, options);
  expect((await runToEnd(runId)).status).toBe("completed");
  return runId;
}

async function downloaded(page: Page, name: string): Promise<string> {
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name }).click();
  return readFile(await (await download).path(), "utf8");
}

test("the faulty rows are taken away to mend, the sound ones to send", async ({ page }, info) => {
  const runId = await validated(contacts.faulty);
  await page.goto(`/runs/${runId}`);
  const faulty = await downloaded(page, "Download the rows with errors as CSV");
  expect(faulty).toMatch(/^\uFEFFfacnet_row,facnet_findings,facnet_messages,id,/);
  const sound = await downloaded(page, "Download the rows without errors as CSV");
  const path = info.outputPath("sound.csv");
  await writeFile(path, sound);
  const again = await runToEnd(await submitFile(path, keep));
  expect(again.findings.filter(({ severity }) => severity === "error")).toEqual([]);
  const { rows, errorRows, report } = await (await page.request.get(`/api/validations/${runId}`)).json();
  expect(again.rows).toBe(rows - errorRows);
  expect(faulty.split("\r\n")).toHaveLength(errorRows + report.rowsRefused + 2);
});

test("the report has the shape of a Frictionless report", async ({ page }) => {
  await page.goto(`/runs/${await validated(contacts.faulty)}`);
  const report = JSON.parse(await downloaded(page, "Download the report as Frictionless"));
  expect(report).toMatchObject({ valid: false, stats: { tasks: 1 }, errors: [] });
  expect(report.tasks[0].errors).toHaveLength(report.stats.errors);
});

test("once the file is deleted, only the stored rows are offered, and the page says so", async ({ page }) => {
  const runId = await validated(contacts.faulty, { ruleset: contacts.ruleset });
  await expect
    .poll(async () => (await (await page.request.get(`/api/validations/${runId}`)).json()).fileKept)
    .toBe(false);
  await page.goto(`/runs/${runId}`);
  await expect(page.getByText("The file is deleted: only the rows with errors")).toBeVisible();
  await expect(page.getByRole("link", { name: "Download the rows without errors as CSV" })).toHaveCount(0);
  expect(await downloaded(page, "Download the rows with errors as CSV")).toContain("facnet_messages");
  expect((await page.request.get(`/api/validations/${runId}/rows?part=sound`)).status()).toBe(410);
});

test.describe("two runs", () => {
  let before = "";
  let after = "";

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern.
  test.beforeAll(async ({}, info) => {
    const text = await readFile(contacts.faulty, "utf8");
    const [first, second] = [info.outputPath("compared.csv"), info.outputPath("mended", "compared.csv")];
    await writeFile(first, text);
    const mended = text.replace("person5 at example.org", "person5@example.org");
    expect(mended).not.toBe(text);
    await mkdir(info.outputPath("mended"));
    await writeFile(
      second,
      `${mended.trimEnd()}\nnot-a-number,New Person,new@example.org,1980-01-01,H2X 1Y4,fr,1.00\n`,
    );
    before = await validated(first);
    after = await validated(second);
  });

  test("are compared from the run's page: what is mended, new and still there", async ({ page }) => {
    await page.goto(`/runs/${after}`);
    await page.getByRole("link", { name: "Compare with an earlier run" }).click();
    await page.getByTestId("compare-choices").getByRole("link").first().click();
    await expect(page).toHaveURL(new RegExp(`/runs/${after}/compare/${before}$`));
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What changed");
    await expect(page.getByTestId("compared-mended")).toContainText("person5 at example.org");
    await expect(page.getByTestId("compared-new")).toContainText("not-a-number");
    await expect(page.getByTestId("compared-unchanged").getByRole("listitem").first()).toBeVisible();
    await expect(page.getByTestId("compared-totals")).toContainText("-1");
  });

  test("that cannot be compared lead to those that can", async ({ page }) => {
    await page.goto(`/runs/${after}/compare/${after}`);
    await expect(page).toHaveURL(new RegExp(`/runs/${after}/compare$`));
    expect((await page.request.get(`/runs/${after}/compare/nothing`)).status()).toBe(404);
  });

  test.describe("in French, on a phone, in the dark", () => {
    test.use({ locale: "fr-CA", viewport: { width: 390, height: 844 }, colorScheme: "dark" });

    test("fit and read as they should", async ({ page }) => {
      for (const [address, title] of [
        [`/runs/${after}/compare/${before}`, "Ce qui a changé"],
        [`/runs/${after}/compare`, "Comparer avec un contrôle antérieur"],
      ] as const) {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toHaveText(title);
        await expect(page.locator("html")).toHaveAttribute("data-color-scheme", "dark");
        const sideways = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(sideways, address).toBeLessThanOrEqual(0);
      }
      await page.goto(`/runs/${after}/compare/${before}`);
      await expect(page.getByTestId("compared-mended")).toContainText("Ligne 6");
      await page.goto(`/runs/${after}`);
      await expect(
        page.getByRole("link", { name: "Télécharger en CSV les lignes sans erreur" }),
      ).toBeVisible();
    });
  });
});
