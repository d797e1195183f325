import { writeFile } from "node:fs/promises";
import { expect, test } from "./fixtures";
import { serviceUrl } from "./service-url";
import { runToEnd } from "./submit-bytes";
import { submitFile } from "./submit-file";

const ruleset = `id: doctor-days
title: Minutes of doctors
currency: CAD
overview: { by: Doctor, day: Date }
schema:
  fields:
    - { name: Doctor, type: string }
    - { name: Date, type: date }
    - { name: Minutes, type: integer }
    - { name: Paid, type: number }
    - { name: Patient, type: string }
rules:
  - id: day-cap
    kind: group
    by: [Doctor, Date]
    measures: { minutes: { sum: Minutes }, paid: { sum: Paid } }
    check: minutes <= 180
    impact: paid
    title: { en: Too many minutes in a day, fr: Trop de minutes en un jour }
    message:
      en: "{Doctor} has {minutes} minutes for {paid:money}; {impact} may be refused."
      fr: "{Doctor} a {minutes} minutes pour {paid:money}; {impact} pourraient être refusés."
    solution: { en: Bill 180 minutes at most., fr: Facturez 180 minutes au plus. }
  - id: long-visit
    kind: row
    severity: warning
    columns: [Minutes]
    check: Minutes <= 100
    message: { en: "A visit of {Minutes} minutes.", fr: "Une visite de {Minutes} minutes." }
  - id: missed-fee
    kind: group
    severity: info
    by: [Doctor, Date]
    measures: { patients: { distinct: Patient } }
    check: patients < 3
    impact: "32.4"
    message: { en: "{patients} patients: a fee of {impact} was not billed.", fr: "{patients} patients : des frais de {impact} non facturés." }
`;

const rows = [
  "Doctor,Date,Minutes,Paid,Patient",
  "Dr Alpha,2026-01-15,100,500.10,p1",
  "Dr Alpha,2026-01-15,81,806.10,p2",
  "Dr Alpha,2026-01-20,120,10,p1",
  "Dr Alpha,2026-03-02,30,10,p1",
  "Dr Alpha,2026-03-02,30,10,p2",
  "Dr Alpha,2026-03-02,30,10,p3",
  "Dr Beta,2026-02-03,181,40.00,p1",
  "Dr Beta,2026-02-04,180,40.00,p1",
];

let runId = "";

// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures it needs from this pattern.
test.beforeAll(async ({}, info) => {
  const saved = await fetch(`${serviceUrl()}/api/rulesets`, {
    method: "POST",
    headers: { "content-type": "application/yaml" },
    body: ruleset,
  });
  expect([200, 201]).toContain(saved.status);
  const path = info.outputPath("days.csv");
  await writeFile(path, `${rows.join("\n")}\n`);
  runId = await submitFile(path, { ruleset: "doctor-days" });
  await runToEnd(runId);
});

test("the verdict tells the money at stake, and each kind of finding its own", async ({ page }) => {
  await page.goto(`/runs/${runId}`);
  await expect(page.getByTestId("stake")).toContainText("$1,346.20 at stake");
  await expect(page.getByTestId("stake")).toContainText("$32.40 could still be billed");
  const groups = page.getByTestId("finding-groups");
  await expect(groups.locator('[data-code="day-cap"]').getByTestId("group-money")).toHaveText("$1,346.20");
  await expect(groups.locator('[data-code="long-visit"]').getByTestId("group-money")).toHaveCount(0);
});

test("days at fault are walked by arrows, and a chosen one shows its findings at an address of its own", async ({
  page,
}) => {
  await page.goto(`/runs/${runId}`);
  await page.getByRole("tab", { name: "Days" }).click();
  const subjects = page.getByTestId("subjects");
  await expect(subjects.getByRole("row")).toHaveCount(3);
  await expect(subjects.getByRole("row").nth(1)).toContainText("$1,306.20");
  const days = page.getByTestId("calendar").getByRole("button");
  await expect(days).toHaveCount(3);
  await expect(days.first()).toHaveAccessibleName(/^January 15, 2026: 1 error, \$1,306\.20 at stake$/);
  await days.first().focus();
  await page.keyboard.press("ArrowRight");
  await expect(days.nth(1)).toBeFocused();
  await page.keyboard.press("End");
  await expect(days.nth(2)).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/day=2026-01-15/);
  await expect(page).not.toHaveURL(/Alpha/);
  const found = page.getByTestId("day-findings");
  await expect(found.getByRole("heading")).toHaveText("Findings of Dr Alpha on January 15, 2026");
  await expect(found).toContainText("Dr Alpha has 181 minutes for $1,306.20; $1,306.20 may be refused.");
  await expect(found).toContainText("Rows 2, 3");
  await found.getByRole("button", { name: /Details of the finding/ }).click();
  await expect(page.getByTestId("figures")).toContainText("minutes181");
  await expect(page.getByTestId("affected-rows").getByRole("row")).toHaveCount(3);
  await page.reload();
  await expect(page.getByTestId("affected-rows")).toContainText("806.10");
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    found.getByRole("link", { name: "CSV", exact: true }).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`findings-${runId}.csv`);
  await subjects.getByRole("button", { name: /Dr Beta/ }).click();
  await expect(page.getByTestId("calendar").getByRole("button")).toHaveCount(2);
  await expect(found).toContainText("$40.00");
});

test("the same is told by plain HTTP", async ({ request }) => {
  const days = await (await request.get(`/api/validations/${runId}/days`)).json();
  expect(days).toMatchObject({ by: "Doctor", day: "Date", currency: "CAD", keptOnly: false });
  expect(
    days.subjects.map(({ subject, atStake }: { subject: string; atStake: number }) => [subject, atStake]),
  ).toEqual([
    ["Dr Alpha", 1306.2],
    ["Dr Beta", 40],
  ]);
  const findings = await request.get(
    `/api/validations/${runId}/findings?subject=${days.subjects[1].key}&day=2026-02-03`,
  );
  expect((await findings.json()).items.map(({ code }: { code: string }) => code).sort()).toEqual([
    "day-cap",
    "long-visit",
  ]);
});

test("a run whose ruleset gathers nothing has no such tab", async ({ page }, info) => {
  const path = info.outputPath("plain.csv");
  await writeFile(path, "a,b\n1\n");
  const plain = await submitFile(path);
  await runToEnd(plain);
  await page.goto(`/runs/${plain}?tab=days`);
  await expect(page.getByRole("tab", { name: "Summary" })).toHaveAttribute("aria-selected", "true");
  await expect(page.getByRole("tab", { name: "Days" })).toHaveCount(0);
});

test.describe("in French, on a phone, in the dark", () => {
  test.use({ locale: "fr-CA", viewport: { width: 390, height: 844 }, colorScheme: "dark" });

  test("the days fit and read as they should", async ({ page }) => {
    await page.goto(`/runs/${runId}?tab=days`);
    await expect(page.getByTestId("stake")).toContainText(/1\s346,20\s\$ en jeu/);
    await expect(page.getByTestId("calendar")).toContainText("janvier 2026");
    await page.getByTestId("calendar").getByRole("button").first().click();
    await expect(page.getByTestId("day-findings")).toContainText(/181 minutes pour 1\s306,20\s\$/);
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(sideways).toBeLessThanOrEqual(0);
  });
});
