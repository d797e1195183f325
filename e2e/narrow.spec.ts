import { expect, test } from "./fixtures";
import { contacts } from "./sample-files";
import { submitFile } from "./submit-file";

test.use({ viewport: { width: 390, height: 844 } });

test("no page scrolls sideways at 390 px", async ({ page }) => {
  const runId = await submitFile(contacts.faulty, { ruleset: contacts.ruleset });
  await page.goto(`/runs/${runId}`);
  await expect(page.getByTestId("verdict")).toContainText("Not yet");
  const run = ["groups", "table", "columns", "log"].map((tab) => `/runs/${runId}?tab=${tab}`);
  for (const address of ["/", "/runs", ...run, "/rulesets", `/rulesets/${contacts.ruleset}`, "/developers"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll, `${address} scrolls sideways`).toBeLessThanOrEqual(client);
  }
});
