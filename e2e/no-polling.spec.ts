import { chooseFile } from "./drop-file";
import { expect, test } from "./fixtures";
import { bigFile } from "./sample-files";
import { recordTrpc } from "./trpc-requests";

test("from upload to result nothing is asked twice: two streams bring every change", async ({
  page,
}, info) => {
  const path = await bigFile(info.outputPath("no-polling.csv"));
  const requests = recordTrpc(page);
  await page.goto("/");
  await chooseFile(page, path);
  await page.getByTestId("runs").getByRole("link", { name: "no-polling.csv" }).click();
  await expect(page.getByTestId("verdict")).toContainText("Checking");
  await expect(page.getByTestId("verdict")).toContainText("Not yet");
  await page.getByRole("tab", { name: "Findings" }).click();
  await expect(page.getByRole("table", { name: "Findings" })).toBeVisible();

  const asked = requests.map(({ procedure, input }) => `${procedure} ${input}`);
  expect(asked.filter((request, at) => asked.indexOf(request) !== at)).toEqual([]);
  const procedures = requests.map(({ procedure }) => procedure);
  expect(procedures.filter((name) => name.startsWith("runs.watch")).sort()).toEqual([
    "runs.watch",
    "runs.watchAll",
  ]);
  expect(procedures.filter((name) => name === "files.upload" || name === "runs.enqueue")).toEqual([
    "files.upload",
    "runs.enqueue",
  ]);
});
