import { readFile } from "node:fs/promises";
import { Webhook } from "standardwebhooks";
import { expect, it } from "vitest";
import { makeSecret, signatureHeaders } from "@/webhooks/sign-message";

it("a signature is of this body, this id and this time", () => {
  const secret = makeSecret();
  const body = '{"type":"webhook.test"}';
  const headers = signatureHeaders(secret, { id: "m1", body, at: new Date() });
  expect(new Webhook(secret).verify(body, headers)).toEqual({ type: "webhook.test" });
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  expect(() => new Webhook(secret).verify(body, { ...headers, "webhook-id": "m2" })).toThrow();
  expect(() => new Webhook(makeSecret()).verify(body, headers)).toThrow();
  const old = signatureHeaders(secret, { id: "m1", body, at: new Date(Date.now() - 600_000) });
  expect(() => new Webhook(secret).verify(body, old)).toThrow("timestamp");
});

it("the documentation names the waits that are the default", async () => {
  const text = await readFile("docs/WEBHOOKS.md", "utf8");
  const example = await readFile(".env.example", "utf8");
  const seconds = /WEBHOOK_RETRY_SECONDS=([\d,]+)/.exec(example)?.[1]?.split(",").map(Number) ?? [];
  const words = seconds.map((s) => (s < 60 ? `${s} s` : s < 3600 ? `${s / 60} min` : `${s / 3600} h`));
  const said = `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
  expect(text.replaceAll("\n", " ")).toContain(`after ${said} (`);
});
