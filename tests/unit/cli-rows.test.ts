import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it, vi } from "vitest";
import { runFacnet } from "./run-facnet";

const dir = mkdtempSync(join(tmpdir(), "facnet-cli-rows-"));
const at = (name: string) => join(dir, name);
writeFileSync(at("schema.json"), '{"fields":[{"name":"id","type":"integer"},{"name":"note"}]}');
const content = "id,note\n1,=1+1\nx,@x\n3,c\n";
writeFileSync(at("in.csv"), content);

afterAll(() => rmSync(dir, { recursive: true, force: true }));
vi.setConfig({ testTimeout: 30_000 });

const check = (args: string[], stdin?: string) =>
  runFacnet(dir, ["check", ...args, "--schema", at("schema.json")], stdin);

it("writes the faulty rows to mend and the sound rows to send, from standard input too", async () => {
  const options = ["--faulty-rows", at("faulty.csv"), "--sound-rows", at("sound.csv"), "--lang", "fr"];
  const { err, code } = await check(["-", ...options], content);
  expect(code).toBe(1);
  expect(err).toBe(
    `facnet: lignes avec erreurs, écrites dans ${at("faulty.csv")} : 1\n` +
      `facnet: lignes sans erreur, écrites dans ${at("sound.csv")} : 2\n`,
  );
  expect(readFileSync(at("sound.csv"), "utf8")).toBe("id,note\n1,=1+1\n3,c\n");
  const [head, row] = readFileSync(at("faulty.csv"), "utf8").split("\r\n");
  expect(head).toBe("\uFEFFfacnet_row,facnet_findings,facnet_messages,id,note");
  expect(row).toMatch(/^3,type-error,.*nombre entier.*,x,'@x$/);
});

it("makes text of formulas in the sound rows when they are to be safe", async () => {
  await check([at("in.csv"), "--sound-rows", at("safe.csv"), "--safe"]);
  expect(readFileSync(at("safe.csv"), "utf8")).toBe("\uFEFFid,note\r\n1,'=1+1\r\n3,c\r\n");
});

it("leaves formulas in the faulty rows when that is asked", async () => {
  await check([at("in.csv"), "--faulty-rows", at("raw.csv"), "--no-safe"]);
  expect(readFileSync(at("raw.csv"), "utf8")).toContain("x,@x\r\n");
});

it("never writes over the file that it reads, nor one output over the other", async () => {
  const over = await check([at("in.csv"), "--sound-rows", at("in.csv")]);
  expect(over).toMatchObject({ code: 2, out: "" });
  expect(over.err).toContain("name another file");
  expect(readFileSync(at("in.csv"), "utf8")).toBe(content);
  const twice = await check([at("in.csv"), "--sound-rows", at("x.csv"), "--faulty-rows", at("x.csv")]);
  expect(twice.code).toBe(2);
});

it("says that a place cannot be written", async () => {
  const { err, code } = await check([at("in.csv"), "--sound-rows", at("no/such/folder.csv")]);
  expect(code).toBe(2);
  expect(err).toBe(`facnet: ${at("no/such/folder.csv")} could not be written.\n`);
});

it("prints a report in the shape of Frictionless", async () => {
  const { out, code } = await check([at("in.csv"), "--format", "frictionless"]);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    valid: false,
    tasks: [
      {
        name: "in",
        labels: ["id", "note"],
        stats: {
          bytes: content.length,
          rows: 3,
          fields: 2,
          errors: 1,
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
        errors: [{ type: "type-error", cell: "x", rowNumber: 3, fieldName: "id", cells: ["x", "@x"] }],
      },
    ],
  });
});

it("says beside lines of findings that some are not kept", async () => {
  writeFileSync(at("wrong.csv"), "id,note\nx,a\ny,b\n");
  const { out, err } = await check([at("wrong.csv"), "--format", "ndjson", "--max-findings", "1"]);
  expect(out.trim().split("\n")).toHaveLength(1);
  expect(err).toBe("facnet: Findings kept: 1 of 2. All are counted, the first of each code are kept.\n");
});
