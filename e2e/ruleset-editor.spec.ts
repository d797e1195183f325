import { readFile, writeFile } from "node:fs/promises";
import type { Page } from "@playwright/test";
import { expect, test } from "./fixtures";
import { contacts } from "./sample-files";
import { submitFile } from "./submit-file";

const ruleset = (id: string) => `# Written by a test.
id: ${id}
title: Orders
schema:
  fields:
    - name: order
      type: integer
    - name: amount
      type: number
`;

async function saveByHttp(page: Page, text: string): Promise<void> {
  const answer = await page.request.post("/api/rulesets", {
    headers: { "content-type": "application/yaml" },
    data: text,
  });
  expect([200, 201]).toContain(answer.status());
}

const content = (page: Page) => page.getByTestId("ruleset-editor").getByRole("textbox");

/** Puts the cursor behind the first `text` of the editor, as the mouse does. */
async function cursorAfter(page: Page, text: string): Promise<void> {
  const line = page.getByTestId("ruleset-editor").locator(".cm-line", { hasText: text }).first();
  await line.click();
  await page.keyboard.press("End");
}

test("a problem is marked where it stands, listed with its line, and gone when it is mended", async ({
  page,
}) => {
  await saveByHttp(page, ruleset("editor-problems"));
  await page.goto("/rulesets/editor-problems/edit");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await cursorAfter(page, "type: integer");
  await page.keyboard.type("s");
  await expect(page.getByTestId("ruleset-problems").getByRole("button")).toContainText("Line 7:");
  await expect(page.locator(".cm-lintRange-error")).toHaveText("integers");
  await page.keyboard.press("ControlOrMeta+Home");
  await page.getByTestId("ruleset-problems").getByRole("button").click();
  await expect(content(page)).toBeFocused();
  await page.keyboard.press("End");
  await page.keyboard.press("Backspace");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await expect(page.locator(".cm-lintRange-error")).toHaveCount(0);
});

test("a text that rests is checked once", async ({ page }) => {
  await saveByHttp(page, ruleset("editor-rest"));
  const asked: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("rulesets.check")) asked.push(request.postData() ?? "");
  });
  await page.goto("/rulesets/editor-rest/edit");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await cursorAfter(page, "title: Orders");
  await page.keyboard.type("!");
  await expect.poll(() => asked.filter((body) => body.includes("Orders!")).length).toBe(1);
  await page.getByRole("button", { name: "Save" }).focus();
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("status").filter({ hasText: "version 2" })).toBeVisible();
  expect(asked.filter((body) => body.includes("Orders!"))).toHaveLength(1);
});

test("keys of the schema and fields in expressions are completed", async ({ page }) => {
  await saveByHttp(page, ruleset("editor-completion"));
  await page.goto("/rulesets/editor-completion/edit");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await cursorAfter(page, "type: number");
  await page.keyboard.press("Enter");
  await page.keyboard.type("cons");
  await page.getByRole("option", { name: "constraints" }).click();
  await page.keyboard.type("req");
  await page.getByRole("option", { name: "required" }).click();
  await page.keyboard.type("true");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await expect(content(page)).toContainText("required: true");
  await page.keyboard.press("ControlOrMeta+End");
  await page.keyboard.type("rules: [{ id: low, kind: row, check: am");
  await expect(page.getByRole("option", { name: /^amount/ })).toBeVisible();
});

test("saving makes version 2, and the difference shows the changed line", async ({ page }) => {
  await saveByHttp(page, ruleset("editor-versions"));
  await page.goto("/rulesets/editor-versions/edit");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await cursorAfter(page, "type: integer");
  await page.keyboard.type(" # counts up");
  await expect(page.getByText("Unsaved changes")).toBeVisible();
  await page.keyboard.press("ControlOrMeta+S");
  await expect(page.getByText("Saved: editor-versions, version 2.")).toBeVisible();
  await expect(page.getByText("Unsaved changes")).toBeHidden();
  await page.getByRole("link", { name: "Show what changed" }).click();
  await expect(page).toHaveURL(/\/rulesets\/editor-versions\?version=2&compare=1$/);
  const diff = page.getByTestId("ruleset-diff");
  await expect(diff).toHaveAttribute("data-wide", "true");
  await expect(diff.locator(".cm-merge-b .cm-changedLine")).toHaveText("      type: integer # counts up");
  await expect(diff.locator(".cm-merge-a .cm-changedLine")).toHaveText("      type: integer");
  await expect(page.getByTestId("ruleset-versions").getByRole("row")).toHaveCount(3);

  await page.setViewportSize({ width: 390, height: 844 });
  await expect(diff).toHaveAttribute("data-wide", "false");
  await expect(diff.locator(".cm-deletedChunk")).toContainText("type: integer");
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll).toBeLessThanOrEqual(client);
});

test("the unsaved text is tried on a file of this machine", async ({ page }, info) => {
  await saveByHttp(page, ruleset("editor-trial"));
  await page.goto("/rulesets/editor-trial/edit");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await cursorAfter(page, "type: number");
  await page.keyboard.press("Enter");
  await page.keyboard.type("constraints: { minimum: 5 }");
  const rows = Array.from({ length: 100_000 }, (_, at) => `${at},${at === 1 ? 4 : 7.25}\n`);
  const path = info.outputPath("orders.csv");
  await writeFile(path, `order,amount\n${rows.join("")}`);
  await page.getByLabel("Try on a file").setInputFiles(path);
  await expect(page.getByTestId("tried-rows")).toContainText(
    /Only the first 9\d,\d{3} rows were tried.*1 finding/,
  );
  const row = page.getByTestId("tried-findings").getByRole("row").nth(1);
  await expect(row).toContainText("3");
  await expect(row).toContainText("amount");
  await expect(row).toContainText(/5/);
});

test("leaving an unsaved text asks first", async ({ page }) => {
  await saveByHttp(page, ruleset("editor-leave"));
  await page.goto("/rulesets/editor-leave/edit");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await cursorAfter(page, "title: Orders");
  await page.keyboard.type("!");
  await page.getByRole("link", { name: "Runs" }).click();
  const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
  await dialog.getByRole("button", { name: "Stay here" }).click();
  await expect(dialog).toBeHidden();
  await expect(content(page)).toContainText("Orders!");
  await page.getByRole("link", { name: "Runs" }).click();
  await dialog.getByRole("button", { name: "Leave" }).click();
  await expect(page).toHaveURL(/\/runs$/);
});

test("a text that was left by the browser's way back can be brought back", async ({ page }) => {
  await saveByHttp(page, ruleset("editor-back"));
  await page.goto("/rulesets/editor-back");
  await page.getByRole("link", { name: "Edit" }).click();
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await cursorAfter(page, "title: Orders");
  await page.keyboard.type(" of the night");
  await page.goBack();
  await expect(page.getByTestId("ruleset-versions")).toBeVisible();
  await page.getByRole("link", { name: "Edit" }).click();
  await page.getByRole("button", { name: "Bring them back" }).click();
  await expect(content(page)).toContainText("Orders of the night");
  await page.keyboard.press("ControlOrMeta+S");
  await expect(page.getByText("Saved: editor-back, version 2.")).toBeVisible();
  await page.reload();
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await expect(page.getByRole("button", { name: "Bring them back" })).toBeHidden();
});

test("a new ruleset begins as a template, a copy, a Table Schema or a draft of a run", async ({
  page,
}, info) => {
  await page.goto("/rulesets/new");
  await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
  await expect(content(page)).toContainText("id: my-ruleset");
  await page.getByLabel("Start from").selectOption({ label: "A copy of Contacts" });
  await expect(content(page)).toContainText("id: contacts-copy");

  const schema = info.outputPath("schema.json");
  await writeFile(schema, '{ "name": "Night orders", "fields": [{ "name": "order", "type": "integer" }] }');
  await page.getByLabel("Open a file").setInputFiles(schema);
  await page.getByRole("button", { name: "Convert it to a ruleset" }).click();
  await expect(content(page)).toContainText("id: night-orders");

  const runId = await submitFile(contacts.faulty);
  await page.goto(`/runs/${runId}?tab=columns`);
  await page.getByRole("link", { name: "Edit the draft here" }).click();
  await expect(page).toHaveURL(/\/rulesets\/new\?run=/);
  await expect(content(page)).toContainText("postal_code");
});

test("the editor's weight is its own: a ruleset's page loads less than 200 kB of script", async ({
  page,
}) => {
  const sizes: Promise<number>[] = [];
  page.on("requestfinished", (request) => {
    if (request.resourceType() === "script")
      sizes.push(request.sizes().then(({ responseBodySize }) => responseBodySize));
  });
  await page.goto(`/rulesets/${contacts.ruleset}`, { waitUntil: "networkidle" });
  await expect(page.getByTestId("ruleset-versions")).toBeVisible();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  expect(bytes).toBeGreaterThan(50_000);
  expect(bytes).toBeLessThan(200_000);
});

test("the editor fits a phone, and Tab leaves the text", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  for (const address of ["/rulesets/new", `/rulesets/${contacts.ruleset}/edit`]) {
    await page.goto(address);
    await expect(page.getByTestId("ruleset-state")).toContainText("No problem");
    const { scroll, client } = await page.evaluate(() => ({
      scroll: document.documentElement.scrollWidth,
      client: document.documentElement.clientWidth,
    }));
    expect(scroll, `${address} scrolls sideways`).toBeLessThanOrEqual(client);
  }
  await content(page).focus();
  await page.keyboard.press("Tab");
  await expect(content(page)).not.toBeFocused();
});

test("an export is a file of the text as it was written", async ({ page }) => {
  await saveByHttp(page, ruleset("editor-export"));
  await page.goto("/rulesets/editor-export");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Export as YAML" }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe("editor-export-v1.yaml");
  expect(await readFile(await file.path(), "utf8")).toBe(ruleset("editor-export"));
});

test.describe("in French", () => {
  test.use({ locale: "fr-CA" });

  test("the editor and what is found in a file speak French", async ({ page }, info) => {
    await saveByHttp(page, ruleset("editor-french"));
    await page.goto("/rulesets/editor-french/edit");
    await expect(page.getByTestId("ruleset-state")).toHaveText("Aucun problème : il peut être enregistré.");
    const path = info.outputPath("commandes.csv");
    await writeFile(path, "order,amount\nx,1\n");
    await page.getByLabel("Essayer sur un fichier").setInputFiles(path);
    await expect(page.getByTestId("tried-rows")).toHaveText("La seule ligne a été essayée. 1 constat.");
    await expect(page.getByTestId("tried-findings")).toContainText("Erreur");
    await cursorAfter(page, "title: Orders");
    await page.keyboard.type(" de nuit");
    await page.keyboard.press("ControlOrMeta+S");
    await expect(page.getByText("Enregistré : editor-french, version 2.")).toBeVisible();
    await page.getByRole("link", { name: "Voir les différences" }).click();
    await expect(page.getByRole("heading", { name: "Différences entre les versions 1 et 2" })).toBeVisible();
  });
});
