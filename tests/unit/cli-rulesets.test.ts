import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

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

describe("a ruleset with reference tables", () => {
  const ruleset = `id: visits
title: Visits
schema: { fields: [{ name: code }] }
references:
  - name: codes
    path: codes.csv
    key: [code]
    schema: { fields: [{ name: code }, { name: price, type: number }] }
`;
  const folder = mkdtempSync(join(tmpdir(), "facnet-rulesets-"));
  const data = join(folder, "visits.csv");
  writeFileSync(join(folder, "ruleset.yaml"), ruleset);
  writeFileSync(data, "code\n00097\n");
  const checkData = () => {
    const args = ["--import", "tsx", "cli/facnet.ts", "check", data, "--ruleset", folder, "--lang", "fr"];
    return spawnSync(process.execPath, args, { encoding: "utf8" });
  };

  it("is not used without them, and says so", () => {
    expect(facnet("check", folder, "--lang", "fr").stdout).toBe(
      "codes.csv : cette table n’est pas à côté du jeu de règles\n",
    );
    const { status, stderr } = checkData();
    expect(status).toBe(2);
    expect(stderr).toContain("demande des tables de référence qui ne sont pas à côté : codes.csv.");
  }, 20_000);

  it("is checked with the tables beside it, each in full", () => {
    writeFileSync(join(folder, "codes.csv"), "code,price\n00097,dear\n");
    const faulty = facnet("check", folder);
    expect(faulty).toMatchObject({ status: 1 });
    expect(faulty.stdout).toMatch(/^codes\.csv, row 2, column price: .*\(type-error\)\n$/);
    expect(faulty.stdout).not.toContain("dear");
    writeFileSync(join(folder, "codes.csv"), "code,price\n00097,32.40\n");
    expect(facnet("check", folder)).toMatchObject({ status: 0, stdout: "" });
    expect(checkData()).toMatchObject({ status: 0 });
  }, 30_000);
});
