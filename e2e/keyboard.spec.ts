import { expect, test } from "./fixtures";
import { bigFile, contacts } from "./sample-files";
import { submitFile } from "./submit-file";

test("the drop target is reached and opened by keyboard", async ({ page }) => {
  await page.goto("/");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.getByLabel("Choose CSV files").focus();
  const dialog = page.waitForEvent("filechooser");
  await page.keyboard.press("Enter");
  expect((await dialog).isMultiple()).toBe(true);
});

test("progress is a progressbar with name, value and words", async ({ page }, info) => {
  const runId = await submitFile(await bigFile(info.outputPath("aria.csv")));
  await page.goto(`/runs/${runId}`);
  const bar = page.getByRole("progressbar", { name: "Progress of the check" });
  await expect(bar).toHaveAttribute("aria-valuemin", "0");
  await expect(bar).toHaveAttribute("aria-valuemax", "100");
  await expect(bar).toHaveAttribute("aria-valuetext", /%, \w+/);
});

test("the findings are walked by arrows and opened by Enter", async ({ page }) => {
  const runId = await submitFile(contacts.faulty, { ruleset: contacts.ruleset });
  await page.goto(`/runs/${runId}?tab=table`);
  const rows = page
    .getByRole("table", { name: "Findings" })
    .getByRole("button", { name: /^Details of the finding/ });
  await rows.first().focus();
  await page.keyboard.press("ArrowDown");
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(rows.nth(1)).toHaveAttribute("aria-expanded", "true");
});
