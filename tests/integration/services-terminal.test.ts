import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { closeDb } from "@/db/client";
import { env } from "@/env";
import { producer } from "@/queue/producer";
import { startCli } from "../../e2e/run-cli";
import { serviceVariable } from "../../e2e/service-url";
import { serveTrpc } from "./serve-trpc";

const token = "a-token-of-sixteen-characters";
process.env.ACCESS_TOKEN = token;
process.env.MAX_UPLOAD_BYTES = "1000";

let service: Awaited<ReturnType<typeof serveTrpc>>;
let small = "";
let large = "";
let untyped = "";

beforeAll(async () => {
  service = await serveTrpc();
  process.env[serviceVariable] = service.url;
  const at = (name: string) => join(env().DATA_DIR, name);
  [small, large, untyped] = [at("small.csv"), at("large.csv"), at("untyped.json")];
  await writeFile(small, "a,b\n1,2\n");
  await writeFile(large, "a,b\n".repeat(300_000));
  await writeFile(untyped, '{"id":"x","title":"X","schema":{"fields":[{"name":"a","type":"colour"}]}}');
});

afterAll(async () => {
  await service.close();
  await producer().close();
  await closeDb();
});

const noRun = "00000000-0000-4000-8000-000000000000";
const nowhere = ["--url", "http://127.0.0.1:1"];

const cases: [what: string, args: () => string[], en: RegExp, fr: RegExp][] = [
  [
    "an unreachable service",
    () => ["runs", ...nowhere],
    /No service answers at/,
    /Aucun service ne répond à/,
  ],
  [
    "an address that is none",
    () => ["runs", "--url", "x"],
    /is not an http\(s\) address/,
    /n’est pas une adresse/,
  ],
  [
    "an unknown ruleset",
    () => ["submit", small, "--ruleset", "none"],
    /There is no such ruleset/,
    /Ce jeu de règles n’existe pas/,
  ],
  ["an unknown run", () => ["watch", noRun], /There is no such run/, /Ce contrôle n’existe pas/],
  ["a missing file", () => ["submit", "no.csv"], /there is no such file/, /ce fichier n’existe pas/],
  ["a folder", () => ["submit", "tests"], /tests is not a file/, /tests n’est pas un fichier/],
  ["a wrong token", () => ["runs", "--token", "wrong"], /give --token/, /donnez --token/],
  [
    "a file that is too large",
    () => ["submit", large],
    /larger than the limit of 1,000 bytes/,
    /dépasse la limite de 1\s000 octets/,
  ],
  [
    "a ruleset that is not valid",
    () => ["submit", small, "--ruleset", untyped],
    /fields/,
    /Non valide : .*fields/,
  ],
  [
    "an unknown option",
    () => ["submit", small, "--colour", "red"],
    /unknown option/,
    /option inconnue : --colour/,
  ],
];

describe.each(cases)("the terminal on %s", (_, args, en, fr) => {
  const ask = (lang: string, extra: string[] = []) =>
    startCli([...args(), ...extra], { FACNET_TOKEN: token, LC_ALL: lang }).ended;

  it("says so in English and ends with 2", async () => {
    const { code, stdout, stderr } = await ask("en_CA.UTF-8");
    expect(stderr).toMatch(en);
    expect(stderr).toMatch(/^facnet: [^\n]+\n$/);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
  });

  it("says so in French, by --lang and by the shell's language", async () => {
    const both = await Promise.all([ask("fr_CA.UTF-8"), ask("en_CA.UTF-8", ["--lang", "fr"])]);
    for (const { code, stdout, stderr } of both) {
      expect(stderr).toMatch(fr);
      expect(stderr).toMatch(/^facnet: [^\n]+\n$/);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    }
  });
});
