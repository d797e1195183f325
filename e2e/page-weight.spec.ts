import type { Page, Response } from "@playwright/test";
import { expect, test } from "./fixtures";
import { contacts } from "./sample-files";
import { submitFile } from "./submit-file";

const most = 200_000;

/** Bytes of script that came over the wire for the first load of a page, compressed as the service sends them. */
async function scriptBytes(page: Page, address: string): Promise<number> {
  const scripts: Response[] = [];
  page.on("response", (response) => {
    if (response.request().resourceType() === "script") scripts.push(response);
  });
  await page.goto(address, { waitUntil: "networkidle" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  const sizes = await Promise.all(
    scripts.map(async (response) => {
      await response.finished();
      return (await response.request().sizes()).responseBodySize;
    }),
  );
  return sizes.reduce((sum, size) => sum + size, 0);
}

test("the first page loads less than 200 kB of script", async ({ page }) => {
  const bytes = await scriptBytes(page, "/");
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(most);
});

test("the page of the queue, charts included, loads less than 200 kB of script", async ({ page }) => {
  expect(await scriptBytes(page, "/queue")).toBeLessThan(most);
});

for (const locale of ["en-CA", "fr-CA"]) {
  test.describe(locale, () => {
    test.use({ locale });

    test("the page of a run with findings loads less than 200 kB of script", async ({ page, request }) => {
      const runId = await submitFile(contacts.faulty, { ruleset: contacts.ruleset });
      await expect
        .poll(async () => (await (await request.get(`/api/validations/${runId}`)).json()).status)
        .toBe("completed");
      const bytes = await scriptBytes(page, `/runs/${runId}`);
      expect(bytes).toBeGreaterThan(50_000);
      expect(bytes).toBeLessThan(most);
    });
  });
}
