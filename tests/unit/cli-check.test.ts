import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { z } from "zod";
import { runFacnet } from "./run-facnet";

const dir = mkdtempSync(join(tmpdir(), "facnet-cli-test-"));
const schema = join(dir, "schema.json");
const file = (name: string, bytes: string | Buffer) => {
  const path = join(dir, name);
  writeFileSync(path, bytes);
  return path;
};

beforeAll(() => {
  writeFileSync(
    schema,
    JSON.stringify({
      fields: [
        { name: "id", type: "integer" },
        { name: "amount", type: "number", constraints: { minimum: 0 } },
      ],
      primaryKey: "id",
    }),
  );
});
afterAll(() => rmSync(dir, { recursive: true, force: true }));

const facnet = (args: string[], stdin?: string) => runFacnet(dir, args, stdin);

// Each test starts a process, and a busy machine takes its time.
vi.setConfig({ testTimeout: 30_000 });

describe("facnet check", () => {
  it("answers with the stable JSON contract and exit code 1", async () => {
    const path = file("faulty.csv", 'id;amount\r\n1;10\r\n"2";-5\r\n2;"x\r\ny"\r\n');
    const { out, code } = await facnet(["check", path, "--schema", schema, "--format", "json"]);
    expect(code).toBe(1);
    const report = JSON.parse(out);
    expect(Object.keys(report)).toEqual([
      "valid",
      "file",
      "rows",
      "fields",
      "counts",
      "findings",
      "kept",
      "total",
      "notRun",
    ]);
    expect(report).toMatchObject({
      valid: false,
      file: { encoding: "utf-8", delimiter: ";", quote: '"', lineEnding: "crlf", bytes: 35 },
      rows: 3,
      fields: 2,
      counts: { minimum: 1, "type-error": 1, "primary-key": 1 },
      kept: 3,
      total: 3,
      notRun: [],
    });
    expect(
      report.findings.map((finding: { row: number; code: string }) => [finding.row, finding.code]),
    ).toEqual([
      [3, "minimum"],
      [4, "primary-key"],
      [4, "type-error"],
    ]);
    expect(report.findings[1]).toMatchObject({
      line: 4,
      byte: 25,
      column: 1,
      field: "id",
      severity: "error",
    });
  });

  it("is content with a sound file and leaves nothing behind", async () => {
    const path = file("sound.csv", "id,amount\n1,10\n2,5.5\n");
    const before = readdirSync(dir).length;
    const { out, err, code } = await facnet(["check", path, "--schema", schema]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toContain("valid: nothing is wrong in 2 rows.");
    expect(readdirSync(dir).length).toBe(before);
  });

  it("reads standard input, and says in French what is wrong", async () => {
    const { out, code } = await facnet(
      ["check", "-", "--schema", schema, "--lang", "fr", "--format", "github"],
      "id,amount\n1,dix\n",
    );
    expect(code).toBe(1);
    expect(out).toMatch(
      /^::error file=-,line=2,title=Mauvaise sorte de valeur .*«\u00a0dix\u00a0» n’est pas un nombre/,
    );
  });

  it("writes SARIF whose results point at rule and line", async () => {
    const path = file("sarif.csv", "id,amount\n1,x\n");
    const { out } = await facnet(["check", path, "--schema", schema, "--format", "sarif"]);
    const Log = z.object({
      version: z.literal("2.1.0"),
      runs: z.tuple([
        z.object({
          tool: z.object({ driver: z.object({ rules: z.array(z.object({ id: z.string() })) }) }),
          results: z.tuple([
            z.object({
              ruleId: z.literal("type-error"),
              ruleIndex: z.literal(0),
              level: z.literal("error"),
              message: z.object({ text: z.string().min(1) }),
              locations: z.tuple([
                z.object({ physicalLocation: z.object({ region: z.object({ startLine: z.literal(2) }) }) }),
              ]),
            }),
          ]),
        }),
      ]),
    });
    expect(() => Log.parse(JSON.parse(out))).not.toThrow();
  });

  it("counts all findings when it keeps a few", async () => {
    const path = file("many.csv", `id,amount\n${Array.from({ length: 50 }, (_, i) => `${i},x\n`).join("")}`);
    const { out } = await facnet([
      "check",
      path,
      "--schema",
      schema,
      "--format",
      "json",
      "--max-findings",
      "3",
    ]);
    expect(JSON.parse(out)).toMatchObject({ kept: 3, total: 50, counts: { "type-error": 50 } });
  });

  it.each([
    [["check", join(dir, "absent.csv")], "no such file"],
    [["check", "-", "--schema", join(dir, "absent.json")], "no such file"],
    [["check", "-", "--ruleset", "nothing-like-this"], "ramq-daily-claims"],
    [["check", "-", "--ruleset", schema, "--encoding", "klingon"], "klingon"],
  ])("%j could not run", async (args, said) => {
    const { out, err, code } = await facnet(args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(said);
  });

  it("names the part of a ruleset that is impossible", async () => {
    const bad = file("bad.json", JSON.stringify({ fields: [{ name: "a", type: "colour" }] }));
    const { err, code } = await facnet(["check", "-", "--schema", bad]);
    expect(code).toBe(2);
    expect(err).toContain("fields.0.type");
  });
});

describe("facnet normalize", () => {
  it("writes the same table as UTF-8 with commas and line feeds", async () => {
    const bytes = Buffer.from('nom;note\r\n"Andr\u00e9";"a;b, ""c"""\r\nZo\u00eb;"1\r\n2"\r\n', "latin1");
    const { out, err, code } = await facnet(["normalize", file("latin.csv", bytes)]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe('nom,note\nAndr\u00e9,"a;b, ""c"""\nZo\u00eb,"1\r\n2"\n');
  });

  it("says which records it had to leave out, and ends with 1", async () => {
    const { out, err, code } = await facnet(["normalize", file("quote.csv", 'a,b\n1,"x"y\n2,z\n')]);
    expect(code).toBe(1);
    expect(out).toBe("a,b\n2,z\n");
    expect(err).toContain("lines 2");
  });

  it("refuses what is no text", async () => {
    const { code, out } = await facnet(["normalize", file("x.csv", Buffer.from([0x89, 0x50, 0x4e, 0x47]))]);
    expect({ code, out }).toEqual({ code: 2, out: "" });
  });
});

describe("facnet infer", () => {
  it("prints a draft ruleset that the file keeps", async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${i + 1};${["oui", "non"][i % 2]};${i},5;2026-01-${10 + (i % 20)}\n`,
    );
    const path = file("draft.csv", `no;actif;montant;jour\n${rows.join("")}`);
    const { out, code, err } = await facnet(["infer", path]);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const draft = file("draft.yaml", out);
    expect(out).toMatch(/montant[\s\S]*decimalChar/);
    const again = await facnet(["check", path, "--ruleset", draft, "--format", "json"]);
    expect(JSON.parse(again.out)).toMatchObject({ valid: true, total: 0, rows: 60, fields: 4 });
  });

  it("has nothing to say of an empty file", async () => {
    const { out, code } = await facnet(["infer", file("empty.csv", "")]);
    expect({ out, code }).toEqual({ out: "", code: 2 });
  });
});
