import { expect, test } from "./fixtures";
import { bigFile } from "./sample-files";
import { submitFile } from "./submit-file";

test.use({ locale: "fr-CA" });

test("a reader of French gets texts and numbers in French", async ({ page }, info) => {
  const runId = await submitFile(await bigFile(info.outputPath("francais.csv")));
  await page.goto("/");
  await expect(page.locator("html")).toHaveAttribute("lang", "fr");
  await expect(page.getByRole("heading", { level: 1 })).toContainText(/fichier CSV/i);

  await page.goto(`/runs/${runId}`);
  await expect(page.getByTestId("verdict")).toContainText(/erreurs/);
  // The group separator of French is a narrow no-break space.
  await expect(page.getByTestId("verdict")).toContainText(/300\s000/);
});

test("the language can be changed and is remembered", async ({ page }) => {
  await page.goto("/");
  await page.getByRole("button", { name: "English" }).click();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
  await page.reload();
  await expect(page.locator("html")).toHaveAttribute("lang", "en");
});
