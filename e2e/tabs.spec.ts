import { expect, test } from "./fixtures";
import { contacts } from "./sample-files";
import { submitFile } from "./submit-file";

test("the tabs of a run are one stop for Tab; arrows, Home and End walk them, and the address follows", async ({
  page,
}) => {
  const runId = await submitFile(contacts.faulty, { ruleset: contacts.ruleset });
  await page.goto(`/runs/${runId}`);
  await expect(page.getByTestId("verdict")).toContainText(`${contacts.errors} errors`);
  const tab = (name: string) => page.getByRole("tab", { name });
  await tab("Summary").focus();
  await page.keyboard.press("ArrowRight");
  await expect(tab("Findings")).toBeFocused();
  await expect(tab("Findings")).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("tabpanel", { name: "Findings" })).toContainText("What is wrong");
  await expect(page).toHaveURL(/tab=table/);
  await page.keyboard.press("End");
  await expect(tab("Log")).toBeFocused();
  await page.keyboard.press("ArrowRight");
  await expect(tab("Summary")).toBeFocused();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("tab").and(page.locator(":focus"))).toHaveCount(0);
});
