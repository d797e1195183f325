import type { Locator, Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { bigFile } from "./sample-files";
import { submitFile } from "./submit-file";

const progressOf = (page: Page) => page.getByRole("progressbar", { name: "Progress of the check" });
const percentOf = async (bar: Locator) => Number(await bar.getAttribute("aria-valuenow"));

async function moving(page: Page): Promise<number> {
  await expect.poll(() => percentOf(progressOf(page))).toBeGreaterThan(0);
  return percentOf(progressOf(page));
}

test("a page reloaded in mid-run goes on where the run is, never back", async ({ page }, info) => {
  const runId = await submitFile(await bigFile(info.outputPath("reloaded.csv")));
  await page.goto(`/runs/${runId}`);
  const before = await moving(page);
  await page.reload();
  await expect(progressOf(page)).toBeVisible();
  expect(await percentOf(progressOf(page))).toBeGreaterThanOrEqual(before);
  await expect(page.getByTestId("verdict")).toContainText("300,000 rows");
});

test("two tabs see the same run live", async ({ page, context }, info) => {
  const runId = await submitFile(await bigFile(info.outputPath("two-tabs.csv")));
  const other = await context.newPage();
  await Promise.all([page.goto(`/runs/${runId}`), other.goto(`/runs/${runId}`)]);
  await Promise.all([moving(page), moving(other)]);
  await Promise.all([page, other].map((tab) => expect(tab.getByTestId("verdict")).toContainText("Not yet")));
  expect(await page.getByTestId("verdict").textContent()).toBe(
    await other.getByTestId("verdict").textContent(),
  );
});

test("a run cancelled in mid-run stops in the worker and says so in every tab", async ({
  page,
  context,
}, info) => {
  const runId = await submitFile(await bigFile(info.outputPath("cancelled.csv")));
  const other = await context.newPage();
  await Promise.all([page.goto(`/runs/${runId}`), other.goto(`/runs/${runId}`)]);
  await moving(page);
  await page.getByRole("button", { name: "Cancel the run" }).click();
  await expect(page.getByTestId("verdict")).toContainText("Cancelled at");
  await expect(other.getByTestId("verdict")).toContainText("Cancelled at");
  await page.reload();
  await expect(page.getByTestId("verdict")).toContainText("Cancelled at");
});

test("the list of runs shows the progress of a run that another client submitted", async ({ page }, info) => {
  await page.goto("/");
  await submitFile(await bigFile(info.outputPath("listed.csv")));
  await expect
    .poll(() => percentOf(page.getByRole("progressbar", { name: "Progress of listed.csv" })))
    .toBeGreaterThan(0);
  const row = page.getByTestId("runs").getByRole("row").filter({ hasText: "listed.csv" });
  await expect(row).toContainText(/[\d,]+ errors/);
});
