import { test as plainTest } from "@playwright/test";
import { Webhook } from "standardwebhooks";
import { startReceiver } from "../tests/integration/webhook-receiver";
import { expect, test } from "./fixtures";
import { serviceUrl } from "./service-url";

test("a webhook is added, tested, told of a run, redelivered and deleted", async ({ page }) => {
  const receiver = await startReceiver([500]);
  await page.goto("/webhooks");
  await expect(page.getByText("No webhook yet")).toBeVisible();

  const address = page.getByLabel("Address");
  await address.fill(receiver.url);
  await page.getByRole("button", { name: "Add a webhook" }).click();
  const secret = await page.getByTestId("webhook-secret").textContent();
  if (!secret) throw new Error("no secret is shown");
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole("button", { name: "I have kept it" }).click();
  await page.reload();
  await expect(page.getByText(secret)).toHaveCount(0);

  const card = page.getByTestId("webhook");
  const refresh = card.getByRole("button", { name: "Refresh" });
  const delivered = card.locator('tr[data-status="delivered"]');
  const rowsOf = (count: number) =>
    expect(async () => {
      await refresh.click();
      await expect(delivered).toHaveCount(count, { timeout: 1000 });
    }).toPass({ timeout: 30_000 });

  await card.getByRole("button", { name: "Send a test" }).click();
  await rowsOf(1);
  await expect(delivered.first()).toContainText("Status 204");
  await expect(delivered.first().locator("td").nth(3)).toHaveText("2");

  const answer = await page.request.post("/api/validations", {
    multipart: { file: { name: "hook.csv", mimeType: "text/csv", buffer: Buffer.from("a,b\n1,2\n") } },
  });
  const { validationId } = await answer.json();
  await rowsOf(2);
  const told = receiver.received.at(-1);
  const headers = Object.fromEntries(
    Object.entries(told?.headers ?? {}).map(([name, value]) => [name, String(value)]),
  );
  expect(new Webhook(secret).verify(told?.body ?? "", headers)).toMatchObject({
    type: "validation.completed",
    data: { runId: validationId, status: "completed" },
  });
  await expect(card.getByRole("link", { name: "Run completed" })).toHaveAttribute(
    "href",
    `/runs/${validationId}`,
  );

  await delivered.first().getByRole("button", { name: "Send again" }).click();
  await rowsOf(3);
  expect(receiver.received.at(-1)?.headers["webhook-id"]).toBe(told?.headers["webhook-id"]);

  await card.getByRole("button", { name: "Delete" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
  await expect(page.getByText("No webhook yet")).toBeVisible();
  await receiver.stop();
});

test("webhooks by plain HTTP, in problem documents where they are refused", async ({ request }) => {
  const receiver = await startReceiver();
  const refused = await request.post("/api/webhooks", { data: { url: "https://10.0.0.1/" } });
  expect(refused.status()).toBe(400);
  expect(refused.headers()["content-type"]).toContain("application/problem+json");
  const added = await request.post("/api/webhooks", { data: { url: receiver.url } });
  expect(added.status()).toBe(201);
  const { id, secret } = await added.json();
  const listed = await (await request.get("/api/webhooks")).text();
  expect(listed).toContain(id);
  expect(listed).not.toContain(secret);
  expect((await request.post(`/api/webhooks/${id}/test`)).status()).toBe(202);
  await expect
    .poll(async () => (await (await request.get(`/api/webhooks/${id}/deliveries`)).json()).items[0]?.status)
    .toBe("delivered");
  expect((await request.delete(`/api/webhooks/${id}`)).status()).toBe(204);
  expect((await request.get(`/api/webhooks/${id}/deliveries`)).status()).toBe(404);
  await receiver.stop();
});

// The browser itself logs an error for an answer of 400, which the shared fixture would not pass.
plainTest("the page says why an address is refused, in French", async ({ browser }) => {
  const page = await browser.newPage({ locale: "fr-CA", baseURL: serviceUrl() });
  await page.goto("/webhooks");
  await page.getByLabel("Adresse").fill("https://localhost/hook");
  await page.getByRole("button", { name: "Ajouter un webhook" }).click();
  await expect(page.getByText("Cette adresse ne peut pas servir.")).toBeVisible();
});
