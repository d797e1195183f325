import { type Service, startService } from "../tests/service/start-service.mjs";
import { expect, test } from "./fixtures";
import { startCli } from "./run-cli";
import { contacts } from "./sample-files";

const token = "a-token-of-this-spec-only-0123456789";
let service: Service;

test.beforeAll(async () => {
  service = await startService({ ACCESS_TOKEN: token });
});
test.afterAll(() => service.stop());

// The browser itself logs the refused request; the page must not fail beyond that.
test("a page asks for the access token, says when it is wrong, and opens with the right one", async ({
  browser,
}) => {
  const page = await browser.newPage({ locale: "en-CA", baseURL: service.url });
  await page.goto("/rulesets");
  await expect(page).toHaveURL(/\/sign-in\?next=%2Frulesets$/);
  const field = page.getByLabel("Access token");
  await field.fill("another token");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("That is not the access token.")).toBeVisible();
  await expect(field).toHaveAttribute("aria-invalid", "true");
  await field.fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL(/\/rulesets$/);
  await expect(page.getByRole("link", { name: "Contacts" })).toBeVisible();
  const [cookie] = (await page.context().cookies()).filter(({ httpOnly }) => httpOnly);
  expect(cookie?.sameSite).toMatch(/Lax|Strict/);
  expect(cookie?.value).not.toContain(token);
  await page.close();
});

test("the API answers a bearer token and nobody else", async ({ playwright }) => {
  const statusWith = async (headers: Record<string, string>) => {
    const api = await playwright.request.newContext({ baseURL: service.url, extraHTTPHeaders: headers });
    const answer = await api.get("/api/validations");
    await api.dispose();
    return answer.status();
  };
  expect(await statusWith({})).toBe(401);
  expect(await statusWith({ authorization: "Bearer another-token" })).toBe(401);
  expect(await statusWith({ authorization: `Bearer ${token}` })).toBe(200);
});

test("the terminal submits with --token, and says that it may not without", async () => {
  const submit = (...more: string[]) =>
    startCli(["submit", contacts.faulty, "--ruleset", contacts.ruleset, "--url", service.url, ...more]).ended;
  const refused = await submit();
  expect(refused.code).toBe(2);
  expect(refused.stderr).not.toBe("");
  const accepted = await submit("--token", token);
  expect(accepted.stdout + accepted.stderr).toContain(
    `${contacts.errors} errors in ${contacts.errors} of 40 rows`,
  );
  expect(accepted.code).toBe(1);
});
