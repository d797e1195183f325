import type { Page } from "@playwright/test";
import { type Service, startService } from "../tests/service/start-service.mjs";
import { expect, test } from "./fixtures";
import { bigFile, contacts } from "./sample-files";
import { openDatabase } from "./service-database";
import { workerProcess } from "./service-processes";
import { submitFile } from "./submit-file";

const verdict = (page: Page) => page.getByTestId("queue-verdict");
/** The first figure of the sums: how many runs ended in the range. */
const ended = (page: Page) => page.getByTestId("queue-totals").locator("dd strong").first();

test("the page moves by itself while a file is validated, and asks nothing again", async ({ page }, info) => {
  await page.goto("/queue");
  await expect(page.getByRole("heading", { level: 1, name: "Queue" })).toBeVisible();
  await expect(page.getByTestId("queue-workers").getByRole("row")).toHaveCount(2);
  const before = Number((await ended(page).textContent())?.replace(",", ""));
  const asked: string[] = [];
  page.on("request", (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith("/api/") && !pathname.endsWith("/queue.watch")) asked.push(pathname);
  });

  const runId = await submitFile(await bigFile(info.outputPath("moving.csv")));
  const running = page.getByTestId("queue-running");
  await expect(verdict(page)).toContainText("1 at work");
  await expect(running.getByRole("link", { name: "moving.csv" })).toHaveAttribute("href", `/runs/${runId}`);
  const bar = running.getByRole("progressbar", { name: "Progress of moving.csv" });
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  await expect(page.getByTestId("queue-workers").getByRole("link", { name: "moving.csv" })).toBeVisible();

  await expect(verdict(page)).toContainText("Nothing waits.");
  await expect(ended(page)).toHaveText(String(before + 1));
  expect(asked).toEqual([]);
});

test("a chart tells its values at the step that the arrows choose, and as a table", async ({ page }) => {
  await submitFile(contacts.faulty, { ruleset: contacts.ruleset });
  await page.goto("/queue?range=day");
  const chart = page.getByRole("figure", { name: "Runs ended" });
  const slider = chart.getByRole("slider");
  await expect(slider).toHaveAttribute("aria-valuetext", /Runs ended [\d.,]+$/);
  const newest = await slider.getAttribute("aria-valuetext");
  await slider.focus();
  await page.keyboard.press("ArrowLeft");
  await expect(slider).not.toHaveAttribute("aria-valuetext", newest ?? "");
  await chart.getByText("The same figures as a table").click();
  await expect(chart.getByRole("table").getByRole("row")).toHaveCount(97);

  await page.getByRole("radio", { name: "Day" }).focus();
  await page.keyboard.press("ArrowRight");
  await expect(page).toHaveURL(/range=week/);
  await expect(chart.getByRole("table").getByRole("row")).toHaveCount(85);
});

test.describe("in French on a phone", () => {
  test.use({ locale: "fr-CA", viewport: { width: 390, height: 844 } });

  test("the page fits, and says the same", async ({ page }) => {
    await page.goto("/queue");
    await expect(page.getByRole("heading", { level: 1, name: "File d’attente" })).toBeVisible();
    await expect(verdict(page)).toContainText("Rien n’attend.");
    const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(over).toBeLessThanOrEqual(0);
  });
});

test.describe("with an access token", () => {
  const token = "a-token-of-this-spec-only-0123456789";
  let service: Service;

  test.beforeAll(async () => {
    service = await startService({ ACCESS_TOKEN: token });
  });
  test.afterAll(() => service.stop());

  test("the queue board is refused without the token, and opens with it, to look only", async ({
    browser,
  }) => {
    const context = await browser.newContext({ locale: "en-CA", baseURL: service.url });
    const page = await context.newPage();
    expect((await context.request.get("/admin/queues/api/queues")).url()).toContain("/sign-in");
    const faults: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") faults.push(message.text());
    });
    await page.goto("/admin/queues");
    await expect(page).toHaveURL(/\/sign-in\?next=/);
    await page.getByLabel("Access token").fill(token);
    await page.getByRole("button", { name: "Sign in" }).click();
    await expect(page).toHaveURL(/\/admin\/queues$/);
    await page.getByRole("link", { name: "validation" }).first().click();
    await expect(page.getByText("Completed", { exact: false }).first()).toBeVisible();
    expect(faults).toEqual([]);
    const paused = await context.request.put("/admin/queues/api/queues/validation/pause");
    expect(paused.status()).toBe(403);
    await context.close();
  });

  test("the page says that no worker runs, and what to do", async ({ browser }) => {
    const context = await browser.newContext({
      locale: "en-CA",
      baseURL: service.url,
      extraHTTPHeaders: { authorization: `Bearer ${token}` },
    });
    const page = await context.newPage();
    await page.goto("/queue");
    await expect(verdict(page)).toContainText("Nothing waits.");
    const worker = await workerProcess();
    const database = await openDatabase(service.dataDir);
    try {
      // Its heart stops, and the time in which the service waits for it has passed.
      process.kill(worker, "SIGSTOP");
      await database.query("UPDATE worker_processes SET seen_at = seen_at - interval '20 seconds'");
      await expect(verdict(page)).toContainText("No worker is running.");
      await expect(verdict(page)).toContainText("npm run start:worker");
      await expect(page.getByTestId("queue-workers")).toContainText(/Silent for \d+ s/);
    } finally {
      process.kill(worker, "SIGCONT");
      await database.end();
    }
    await expect(verdict(page)).toContainText("Nothing waits.");
    await context.close();
  });
});
