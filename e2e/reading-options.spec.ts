import { writeFile } from "node:fs/promises";
import { dropFile } from "./drop-file";
import { expect, test } from "./fixtures";
import { runCli } from "./run-cli";

const row = "Ada;1\nBob;2\n";

test("the reading options of the page go before what is detected", async ({ page }, info) => {
  const path = info.outputPath("no-header.csv");
  await writeFile(path, `Zoé;Ève\n${row}`, "latin1");
  await page.goto("/");
  await page.getByText("Reading options").click();
  await page.getByLabel("Encoding").selectOption("Windows-1252 (Western European)");
  await page.getByLabel("Delimiter").selectOption("Semicolon");
  await page.getByLabel("First row").selectOption("Data");
  // Folded away again, it still says that something was chosen.
  await page.getByText("Reading options (3 chosen)").click();
  await expect(page.getByLabel("Encoding")).toBeHidden();
  await dropFile(page, path);
  await page.getByTestId("runs").getByRole("link", { name: "no-header.csv" }).click();
  await page.getByRole("tab", { name: "Columns" }).click();
  await expect(page.getByText("windows-1252")).toHaveAttribute("title", "asked");
  await expect(page.getByText("column 2")).toBeVisible();
});

test.describe("in French", () => {
  test.use({ locale: "fr-CA" });

  test("the reading options are there, folded away", async ({ page }) => {
    await page.goto("/");
    await expect(page.getByLabel("Encodage")).toBeHidden();
    await page.getByText("Options de lecture").click();
    await expect(page.getByLabel("Encodage")).toBeVisible();
    await expect(page.getByLabel("Première ligne")).toHaveValue("");
  });
});

test("the terminal passes over lines above the header and reads UTF-16", async () => {
  const path = test.info().outputPath("titled.csv");
  const text = `Liste;du;mois\nnom;rang\n${row}`;
  await writeFile(path, Buffer.from(`\ufeff${text}`, "utf16le"));
  const { code, stdout, stderr } = await runCli(
    "submit",
    path,
    "--skip-lines",
    "1",
    "--quote",
    "none",
    "--json",
  );
  expect(stderr).toBe("");
  expect(code).toBe(0);
  const { run } = JSON.parse(stdout);
  expect(run.report).toMatchObject({
    encoding: "utf-16le",
    titleLines: 1,
    quote: null,
    records: 2,
  });
});
