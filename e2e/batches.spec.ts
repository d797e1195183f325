import { writeFile } from "node:fs/promises";
import type { APIRequestContext, Page, TestInfo } from "@playwright/test";
import { dropFiles } from "./drop-file";
import { expect, test } from "./fixtures";
import { bigFile, contacts, faultyCopy } from "./sample-files";
import { recordTrpc } from "./trpc-requests";

/** So many small files, of which the last has an error that no ruleset is needed for. */
async function makeFiles(info: TestInfo, count: number, name = "part"): Promise<string[]> {
  const paths: string[] = [];
  for (let at = 1; at <= count; at += 1) {
    const path = info.outputPath(`${name}-${at}.csv`);
    await writeFile(path, at === count ? "id,name\n1,a\n2\n" : "id,name\n1,a\n2,b\n");
    paths.push(path);
  }
  return paths;
}

/** A batch by plain HTTP, where the test is not about uploading. */
async function submitBatch(request: APIRequestContext, files: string[], fields: Record<string, string> = {}) {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.append(name, value);
  for (const [at, text] of files.entries()) form.append("file", new File([text], `file-${at + 1}.csv`));
  const answer = await request.post("/api/batches", { multipart: form });
  expect(answer.status()).toBe(202);
  const { batchId }: { batchId: string } = await answer.json();
  return batchId;
}

const rowsOf = (page: Page) => page.getByTestId("batch-runs").getByRole("row");
const verdictOf = (page: Page) => page.getByTestId("verdict");

test("five files dropped together are one batch, followed live over one stream to its verdict", async ({
  page,
}, info) => {
  const paths = await makeFiles(info, 4);
  const big = await bigFile(info.outputPath("big.csv"));
  const requests = recordTrpc(page);
  await page.goto("/");
  await page.getByLabel("Choose CSV files").setInputFiles([...paths, big]);
  await expect(page).toHaveURL(/\/batches\/[0-9a-f-]{36}$/);
  await expect(verdictOf(page)).toContainText(/^Checking: \d of 5 files done$/);
  const bar = page.getByRole("progressbar", { name: "Progress of the batch" });
  await expect.poll(async () => Number(await bar.getAttribute("aria-valuenow"))).toBeGreaterThan(0);
  await expect(verdictOf(page)).toHaveText("3 of 5 files have a sound structure; 2 have errors.");
  await expect(bar).toHaveCount(0);
  await expect(rowsOf(page)).toHaveCount(6);

  const procedures = requests.map(({ procedure }) => procedure);
  const count = (name: string) => procedures.filter((procedure) => procedure === name).length;
  expect([count("batches.create"), count("files.upload"), count("batches.add")]).toEqual([1, 5, 5]);
  // The first page watched all runs; the batch's page has one stream, and asks for nothing twice.
  expect(procedures.filter((name) => name.includes(".watch")).sort()).toEqual([
    "batches.watch",
    "runs.watchAll",
  ]);
  expect(count("batches.get") + count("batches.runs") + count("batches.close")).toBe(0);

  await page.getByRole("link", { name: "part-4.csv" }).click();
  await expect(verdictOf(page)).toContainText("Not yet: 1 error");
  await page.getByRole("link", { name: "The batch that it is of" }).click();
  await expect(verdictOf(page)).toHaveText("3 of 5 files have a sound structure; 2 have errors.");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "All findings as CSV" }).click();
  expect((await download).suggestedFilename()).toMatch(/^findings-of-batch-.*\.csv$/);
});

test("files go on being sent while the person looks at another page", async ({ page }, info) => {
  const paths = [await bigFile(info.outputPath("first.csv")), ...(await makeFiles(info, 6, "later"))];
  await page.goto("/");
  await page.getByLabel("Choose CSV files").setInputFiles(paths);
  await expect(page).toHaveURL(/\/batches\//);
  await page.getByRole("link", { name: "FacNet Validator" }).click();
  await expect(page.getByRole("link", { name: /^Batch: \d files? still to send$/ })).toBeVisible();
  await expect(page.getByTestId("runs").getByRole("link", { name: "later-6.csv" })).toBeVisible();
  const row = page.getByTestId("runs").getByRole("row").filter({ hasText: "later-6.csv" });
  await row.getByRole("link", { name: "Batch" }).click();
  await expect(verdictOf(page)).toContainText("of 7 files");
});

test("the list is filtered by verdict, in the address, and walked by arrows", async ({ page, request }) => {
  const sound = "id,name\n1,a\n";
  const batchId = await submitBatch(request, [sound, "id,name\n1\n", sound, sound]);
  await page.goto(`/batches/${batchId}`);
  await expect(verdictOf(page)).toHaveText("3 of 4 files have a sound structure; 1 has errors.");
  await page.getByRole("link", { name: "file-1.csv" }).focus();
  await page.keyboard.press("ArrowDown");
  await expect(page.getByRole("link", { name: "file-2.csv" })).toBeFocused();
  await page.getByLabel("Show").selectOption({ label: "With errors (1)" });
  await expect(page).toHaveURL(/verdict=errors/);
  await expect(rowsOf(page)).toHaveCount(2);
  await page.reload();
  await expect(rowsOf(page)).toHaveCount(2);
  await page.getByRole("link", { name: "file-2.csv" }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByTestId("file-name")).toHaveText("file-2.csv");

  await page.goto(`/runs?batch=${batchId}`);
  await expect(page.getByTestId("runs").getByRole("row")).toHaveCount(5);
  await page.getByLabel("Search by file name").fill("file-3");
  await expect(page.getByTestId("runs").getByRole("row")).toHaveCount(2);
  await page.getByRole("link", { name: "Open this batch" }).click();
  await expect(rowsOf(page)).toHaveCount(5);
});

test("a batch whose sender is gone says so, and ends with what has come", async ({ page, request }) => {
  const made = await request.post("/api/batches", { data: { expectedFiles: 3, name: "November" } });
  const { batchId } = await made.json();
  await request.post(`/api/batches/${batchId}/files?fileName=only.csv`, { data: "id,name\n1,a\n" });
  await page.goto(`/batches/${batchId}`);
  await expect(page.getByTestId("batch-name")).toHaveText("November");
  await expect(verdictOf(page)).toHaveText("Checking: 1 of 3 files done");
  await expect(page.getByText("2 files have not come")).toBeVisible();
  await page.getByRole("button", { name: "No more files come" }).click();
  await expect(verdictOf(page)).toHaveText("Sent in part: 2 of 3 files did not come.");
  await expect(page.getByText("Of what came: 1 of 1 file has a sound structure.")).toBeVisible();
});

test("a batch is cancelled in mid-run, in every tab, and deleted", async ({ page, context, request }) => {
  const rows = Array.from({ length: 400_000 }, (_, at) => `${at},x`).join("\n");
  const batchId = await submitBatch(request, [`id,name\n${rows}\n`, `id,name\n${rows}\n`, "id,name\n1,a\n"]);
  const other = await context.newPage();
  await Promise.all([page.goto(`/batches/${batchId}`), other.goto(`/batches/${batchId}`)]);
  await expect(verdictOf(other)).toContainText("Checking");
  await page.getByRole("button", { name: "Cancel the batch" }).click();
  await expect(verdictOf(page)).toContainText("Cancelled:");
  await expect(verdictOf(other)).toContainText("Cancelled:");
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete the batch" }).click();
  await expect(page).toHaveURL(/\/runs$/);
  expect((await request.get(`/api/batches/${batchId}`)).status()).toBe(404);
});

test("long batches draw the rows that are seen, and count all", async ({ page, request }) => {
  const batchId = await submitBatch(request, Array(230).fill("id,name\n1,a\n"));
  await page.goto(`/batches/${batchId}`);
  await expect(page.getByLabel("Show")).toContainText("All files (230)");
  expect(await rowsOf(page).count()).toBeLessThan(100);
  await page.getByRole("button", { name: "Cancel the batch" }).click();
  await expect(verdictOf(page)).toContainText("Cancelled:");
});

test.describe("in French, on a telephone", () => {
  test.use({ locale: "fr-CA", viewport: { width: 390, height: 844 } });

  test("the verdict, the money at stake and the files fit, and speak French", async ({ page }, info) => {
    const paths = [];
    for (const name of ["un.csv", "deux.csv"]) paths.push(await faultyCopy(info.outputPath(name)));
    await page.goto("/");
    await page.getByLabel("Vérifier avec").selectOption(contacts.ruleset);
    await dropFiles(page, paths);
    await expect(verdictOf(page)).toHaveText(
      /^Aucun fichier sur 2 ne peut être envoyé tel quel\s; 2 ont des erreurs\.$/,
    );
    await expect(page.getByRole("table", { name: "Fichiers" })).toContainText("erreurs");
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll).toBeLessThanOrEqual(client);
  });
});
