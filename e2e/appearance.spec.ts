import { expect, test } from "./fixtures";
import { contacts } from "./sample-files";
import { submitFile } from "./submit-file";

test("the theme is the system's until it is switched, and then stays over a reload", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await page.goto("/");
  const html = page.locator("html");
  await expect(html).toHaveAttribute("data-mantine-color-scheme", "dark");
  await page.getByRole("button", { name: "Use the light theme" }).click();
  await expect(html).toHaveAttribute("data-mantine-color-scheme", "light");
  await page.reload();
  await expect(html).toHaveAttribute("data-mantine-color-scheme", "light");
  await page.goto("/developers");
  await expect(html).toHaveAttribute("data-mantine-color-scheme", "light");
});

test("the language switch changes an open run at once and stays over a reload", async ({ page }) => {
  const runId = await submitFile(contacts.faulty, { ruleset: contacts.ruleset });
  await page.goto(`/runs/${runId}`);
  await expect(page.getByTestId("verdict")).toContainText(`Not yet: ${contacts.errors} errors`);
  await page.getByRole("button", { name: "Français" }).click();
  await expect(page.getByTestId("verdict")).toContainText(`Pas encore : ${contacts.errors} erreurs`);
  await expect(page.getByTestId("finding-groups")).toContainText("Valeur manquante");
  await page.reload();
  await expect(page.getByTestId("verdict")).toContainText(`Pas encore : ${contacts.errors} erreurs`);
  await page.getByRole("tab", { name: "Journal" }).click();
  await expect(page.getByTestId("log")).toContainText("Essai 1 commencé");
});

test("a printed run is a report: verdict, facts and findings on white, no controls", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  const runId = await submitFile(contacts.faulty, { ruleset: contacts.ruleset });
  await page.goto(`/runs/${runId}?tab=table`);
  await expect(page.getByTestId("verdict")).toContainText(`${contacts.errors} errors`);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByTestId("verdict")).toBeVisible();
  await expect(page.getByTestId("file-name")).toBeVisible();
  await expect(page.getByTestId("findings").getByText("The cell is empty")).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete" })).toBeHidden();
  await expect(page.getByRole("tab", { name: "Log" })).toBeHidden();
  await expect(page.getByRole("navigation")).toBeHidden();
  const colours = await page.evaluate(() => {
    const verdict = document.querySelector('[data-testid="verdict"]');
    return {
      page: getComputedStyle(document.body).backgroundColor,
      text: verdict ? getComputedStyle(verdict).color : "",
    };
  });
  expect(colours).toEqual({ page: "rgb(255, 255, 255)", text: "rgb(0, 0, 0)" });
});
