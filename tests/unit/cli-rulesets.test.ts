import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";

function facnet(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "cli/facnet.ts", "rulesets", ...args],
    { encoding: "utf8", env: { ...process.env, LC_ALL: "en_CA.UTF-8" } },
  );
  return { status, stdout, stderr };
}

it("a ruleset's file is checked in the terminal, with lines and columns", () => {
  expect(facnet("check", "rulesets/contacts/ruleset.yaml")).toMatchObject({ status: 0, stdout: "" });
  const path = join(mkdtempSync(join(tmpdir(), "facnet-rulesets-")), "bad.yaml");
  writeFileSync(path, "id: a\ntitle: A\nschema:\n  fields:\n    - { name: b, type: colour }\n");
  const checked = facnet("check", path, "--lang", "fr");
  expect(checked.status).toBe(1);
  expect(checked.stdout).toContain(`${path}:5:24: schema.fields.0.type: `);
  expect(checked.stderr).toContain("jeu de règles inutilisable : 1 problème.");
}, 20_000);

it("the commands under rulesets take their own options", () => {
  const { status, stderr } = facnet("show", "a", "--lang", "fr", "--url", "http://127.0.0.1:1");
  expect(status).toBe(2);
  expect(stderr).toContain("Aucun service ne répond à http://127.0.0.1:1");
}, 20_000);
