import { readFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";

const fields = `schema:
  fields:
    - { name: visit, type: integer }
    - { name: doctor, type: string }
    - { name: code, type: string }
    - { name: minutes, type: integer }
`;
const references = `references:
  - name: codes
    path: codes.csv
    key: [code]
    validFrom: from
    schema:
      fields: [{ name: code }, { name: price, type: number }, { name: from, type: date }]
`;
const rules = `rules:
  - id: known-code
    kind: reference
    table: codes
    key: [code]
    title: { en: Unknown code, fr: Code inconnu }
    message: { en: "{code} is not in the list.", fr: "{code} n'est pas dans la liste." }
    source: Billing manual
    verified: true
  - id: minutes-cap
    kind: group
    by: [doctor]
    measures: { total: { sum: minutes } }
    check: total <= 180.0
    severity: warning
    title: { en: Too many minutes, fr: Trop de minutes }
    message: { en: "{doctor} has {total} minutes.", fr: "{doctor} a {total} minutes." }
`;
const ruleset = (id: string) => `id: ${id}\ntitle: Visits\n${fields}${references}${rules}`;
const codes = "code,price,from\n0001,3.20,2026-01-01\n0002,6.40,\n";
const visits = "visit,doctor,code,minutes\n1,Roy,0001,100\n2,Côté,0001,60\n3,Roy,0002,90\n4,Côté,0009,30\n";

const csv = (buffer: string, name = "any.csv") => ({
  name,
  mimeType: "text/csv",
  buffer: Buffer.from(buffer),
});

async function saveByHttp(page: Page, id: string, table: string): Promise<number> {
  const answer = await page.request.post("/api/rulesets", {
    multipart: {
      ruleset: { name: "ruleset.yaml", mimeType: "application/yaml", buffer: Buffer.from(ruleset(id)) },
      table: csv(table, "codes.csv"),
    },
  });
  return (await answer.json()).version;
}

test("a ruleset's page tells its tables and its rules in sentences", async ({ page }) => {
  await saveByHttp(page, "tables-page", codes);
  expect(await saveByHttp(page, "tables-page", `${codes}0003,9.60,\n`)).toBe(2);
  await page.goto("/rulesets/tables-page?version=2&compare=1");
  await expect(page.getByText("Reference tables that changed: codes.csv")).toBeVisible();
  const table = page.getByTestId("references").getByRole("row").nth(1);
  await expect(table).toContainText("price (number)");
  await expect(table).toContainText("Looked up by code.");
  await expect(table.getByRole("cell").last()).toHaveText("3");
  const download = page.waitForEvent("download");
  await table.getByRole("link", { name: "Download codes.csv" }).click();
  expect(await readFile(await (await download).path(), "utf8")).toBe(`${codes}0003,9.60,\n`);
  const known = page.getByTestId("rule-known-code");
  await expect(known).toContainText("On every row, code must be in the table codes.");
  await expect(known).toContainText("Compared with its source");
  const cap = page.getByTestId("rule-minutes-cap");
  await expect(cap).toContainText("Rows with the same doctor are taken together.");
  await expect(cap).toContainText("total is the sum of minutes");
  await expect(cap).toContainText("Warning");
});

test("a table is attached in the editor, tried before it is saved, and kept by later versions", async ({
  page,
}) => {
  await saveByHttp(page, "tables-editor", codes);
  await page.goto("/rulesets/tables-editor/edit");
  const tables = page.getByTestId("edited-tables");
  await expect(tables).toContainText("2 rows saved");
  await page.getByLabel("Try on a file").setInputFiles(csv(visits));
  const groups = page.getByTestId("tried-group");
  await expect(page.getByTestId("tried-findings")).toContainText("0009 is not in the list.");
  await expect(groups).toHaveText("doctorRoytotal1902 rows2, 4");

  await page.getByLabel("A file for codes.csv").setInputFiles(csv(`${codes}0009,1.00,\n`));
  await expect(tables).toContainText("attached, not saved yet");
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByTestId("tried-rows")).toContainText("1 finding");
  await expect(page.getByTestId("tried-findings")).not.toContainText("0009");
  await page.getByRole("button", { name: "Save as a new version" }).click();
  await expect(page.getByText("Saved: tables-editor, version 2.")).toBeVisible();
  await expect(tables).toContainText("3 rows saved");
});

test.describe("in French", () => {
  test.use({ locale: "fr-CA" });

  test("rules are told, and what makes a table unusable is said with its place", async ({ page }) => {
    await saveByHttp(page, "tables-french", codes);
    await page.goto("/rulesets/tables-french");
    await expect(page.getByTestId("rule-minutes-cap")).toContainText(
      "Les lignes de même doctor sont prises ensemble.",
    );
    await page.goto("/rulesets/tables-french/edit");
    await page.getByLabel("Un fichier pour codes.csv").setInputFiles(csv("code,price,from\n0001,cher,\n"));
    await page.route("**/api/trpc/rulesets.save*", async (route) => {
      // The browser logs a refusal as an error of the page, which it is not: the answer is the service's own.
      const answer = await route.fetch();
      await route.fulfill({ response: answer, status: 200 });
    });
    await page.getByRole("button", { name: "Enregistrer une nouvelle version" }).click();
    await expect(page.getByTestId("table-faults")).toHaveText(
      "codes.csv, ligne 2, colonne price : Mauvaise sorte de valeur (type-error)",
    );
  });
});
