import { randomUUID } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { env } from "@/env";
import { exportText, list, save, versions } from "@/server/http/rulesets";
import { type CliResult, runCli } from "../../e2e/run-cli";
import { serviceVariable } from "../../e2e/service-url";
import { serveTrpc } from "./serve-trpc";

const text = `# What the shop sends.
id: orders
title: Orders
schema:
  fields:
    - { name: order, type: integer }
`;

describe("over plain HTTP", () => {
  const ctx = { actor: { ownerId: randomUUID(), name: "test" } };
  const at = { params: Promise.resolve({ id: "orders" }) };
  const post = (body: string, query = "") =>
    save(new Request(`http://localhost/api/rulesets${query}`, { method: "POST", body }), ctx);
  const get = (query = "") =>
    exportText(new Request(`http://localhost/api/rulesets/orders${query}`), ctx, at);

  it("a ruleset is imported, listed and exported as it was written", async () => {
    const first = await post(text);
    expect(first.status).toBe(201);
    expect(first.headers.get("location")).toBe("/api/rulesets/orders?version=1");
    expect((await post(text)).status).toBe(200);
    expect(await (await post(text.replace("Orders", "Night orders"))).json()).toEqual({
      id: "orders",
      version: 2,
      created: true,
    });
    const listed = await (await list(new Request("http://localhost/api/rulesets"), ctx)).json();
    expect(listed.items).toMatchObject([{ id: "orders", version: 2, title: "Night orders" }]);
    const all = await (await versions(new Request("http://localhost/"), ctx, at)).json();
    expect(all.items).toHaveLength(2);

    const old = await get("?version=1");
    expect(old.headers.get("content-disposition")).toBe('attachment; filename="orders-v1.yaml"');
    expect(await old.text()).toBe(text);
    const asJson = await get("?format=json");
    expect(asJson.headers.get("content-type")).toBe("application/json");
    expect(await asJson.json()).toMatchObject({ id: "orders", title: "Night orders" });
    await expect(get("?version=9")).rejects.toMatchObject({ code: "not-found" });
  });

  it("a dry run says what is wrong and keeps nothing", async () => {
    const faulty = text.replaceAll("orders", "dry-orders").replace("integer", "colour");
    const answer = await (await post(faulty, "?dryRun=true&lang=fr")).json();
    expect(answer).toMatchObject({ ruleset: null, problems: [{ path: "schema.fields.0.type", line: 6 }] });
    expect(answer.problems[0].message).toMatch(/^doit être/);
    const listed = await (await list(new Request("http://localhost/api/rulesets"), ctx)).json();
    expect(listed.items).toHaveLength(1);
  });

  it("a body past the limit is refused", async () => {
    await expect(post("#".repeat(1_000_001))).rejects.toMatchObject({ code: "too-large" });
  });
});

describe("in the terminal", () => {
  let service: Awaited<ReturnType<typeof serveTrpc>>;
  let path = "";
  beforeAll(async () => {
    service = await serveTrpc();
    process.env[serviceVariable] = service.url;
    path = join(env().DATA_DIR, "orders.yaml");
    await writeFile(path, text);
  });
  afterAll(() => service.close());
  const facnet = (...args: string[]): Promise<CliResult> => runCli("rulesets", ...args);

  it("a ruleset is saved once, shown as it was written, and listed", async () => {
    expect((await facnet("save", path)).stdout).toBe("Saved orders as version 1.\n");
    expect((await facnet("save", path, "--lang", "fr")).stdout).toBe(
      "Rien n’a changé : orders reste à la version 1.\n",
    );
    expect((await facnet("show", "orders")).stdout).toBe(await readFile(path, "utf8"));
    const asJson = await facnet("show", "orders", "--version", "1", "--format", "json");
    expect(JSON.parse(asJson.stdout)).toMatchObject({ id: "orders" });
    expect(await facnet("show", "orders", "--version", "2")).toMatchObject({ code: 2, stdout: "" });
    expect((await facnet("--json")).stdout).toContain('"id":"orders","version":1');
  }, 60_000);

  it("a folder is saved with its reference tables, and written to another as it was", async () => {
    const folder = join(env().DATA_DIR, "visits");
    await mkdir(folder);
    const visits = `${text.replaceAll("orders", "visits")}references:
  - { name: codes, path: codes.csv, key: [code], schema: { fields: [{ name: code }] } }
`;
    await writeFile(join(folder, "ruleset.yaml"), visits);
    const refused = await facnet("save", folder, "--lang", "fr");
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.stderr).toContain("codes.csv : cette table n’a jamais été envoyée");
    await writeFile(join(folder, "codes.csv"), Buffer.from("code\né\n", "latin1"));
    expect((await facnet("save", folder)).stdout).toBe("Saved visits as version 1.\n");
    const copy = join(env().DATA_DIR, "copy");
    expect(await facnet("show", "visits", "--save", copy)).toMatchObject({ code: 0, stdout: "" });
    expect(await readFile(join(copy, "ruleset.yaml"), "utf8")).toBe(visits);
    expect(await readFile(join(copy, "codes.csv"), "utf8")).toBe("code\né\n");
    expect((await facnet("save", copy)).stdout).toContain("visits stays at version 1");
  }, 60_000);
});
