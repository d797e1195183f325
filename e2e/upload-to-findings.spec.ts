import { dropFile } from "./drop-file";
import { expect, test } from "./fixtures";
import { contacts, faultyCopy } from "./sample-files";

test("a dropped file is checked against the chosen ruleset, and its findings have row and column", async ({
  page,
}, info) => {
  const path = await faultyCopy(info.outputPath("dropped.csv"));
  await page.goto("/");
  await page.getByLabel("Check against").selectOption(contacts.ruleset);
  await dropFile(page, path);

  await page.getByTestId("runs").getByRole("link", { name: "dropped.csv" }).click();
  await expect(page.getByTestId("verdict")).toContainText(/Not yet: \d+ errors? in \d+ of \d+ rows/);
  await expect(page.getByTestId("file-name")).toHaveText("dropped.csv");
  await expect(page.getByTestId("finding-groups").getByTestId("group-count").first()).toHaveText(/^\d+$/);

  await page.getByRole("tab", { name: "Findings" }).click();
  const cellFinding = page
    .getByRole("table", { name: "Findings" })
    .getByRole("row")
    .filter({ has: page.getByRole("button", { name: /^Details of the finding in row \d+$/ }) })
    .filter({ hasText: "Error" })
    .first();
  await expect(cellFinding.getByRole("cell").nth(2)).not.toHaveText("–");
  await cellFinding.getByRole("button").click();
  await expect(page.getByTestId("finding-detail")).toContainText("Line");
});

test("the findings can be downloaded", async ({ page }, info) => {
  const path = await faultyCopy(info.outputPath("downloaded.csv"));
  await page.goto("/");
  await page.getByLabel("Check against").selectOption(contacts.ruleset);
  await dropFile(page, path);
  await page.getByTestId("runs").getByRole("link", { name: "downloaded.csv" }).click();
  await expect(page.getByTestId("verdict")).toContainText("Not yet");

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Download findings as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/\.csv$/);
});
