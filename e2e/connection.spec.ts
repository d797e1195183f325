import { type Service, startService } from "../tests/service/start-service.mjs";
import { expect, test } from "./fixtures";
import { bigFile } from "./sample-files";
import { webProcess } from "./service-processes";

let service: Service;

test.beforeAll(async () => {
  service = await startService();
});
test.afterAll(() => service.stop());

const lost = "Live updates paused, reconnecting.";

// The browser logs each refused connection itself, so these pages are outside the fixture that forbids errors.
test("pages say that the live updates are paused while the web process is gone, and go on by themselves", async ({
  browser,
}, info) => {
  const context = await browser.newContext({ locale: "en-CA", baseURL: service.url });
  const [home, run] = [await context.newPage(), await context.newPage()];
  await home.goto("/");
  await home
    .getByLabel("Choose CSV files")
    .setInputFiles(await bigFile(info.outputPath("unbroken.csv"), 900_000));
  await home.getByTestId("runs").getByRole("link", { name: "unbroken.csv" }).waitFor();
  await run.goto(
    (await home.getByRole("link", { name: "unbroken.csv" }).getAttribute("href")) ?? "/no-such-run",
  );
  const bar = run.getByRole("progressbar", { name: "Progress of the check" });
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(0);

  process.kill(await webProcess(), "SIGKILL");
  await Promise.all([home, run].map((page) => expect(page.getByText(lost)).toBeVisible()));
  await Promise.all([home, run].map((page) => expect(page.getByText(lost)).toBeHidden()));

  await expect(run.getByTestId("verdict")).toContainText("900,000 rows");
  await expect(home.getByTestId("runs").getByRole("row", { name: /unbroken\.csv/ })).toContainText(
    /[\d,]+ errors/,
  );
  expect(service.output()).toContain("The web process ended (SIGKILL)");
  await context.close();
});
