import { expect, test } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { checkBytes } from "../check-bytes";

const schema = { fields: [{ name: "id", type: "integer" }, { name: "text" }] };

/** Both ways to say it: by the person and by the ruleset. */
async function bothWays(text: string | Uint8Array, settings: Record<string, unknown>) {
  const plain = parseRuleset({ id: "plain", title: "Plain", schema });
  const told = parseRuleset({ id: "told", title: "Told", schema, dialect: settings });
  const byPerson = await checkBytes(text, { ruleset: plain, overrides: settings });
  const byRuleset = await checkBytes(text, { ruleset: told });
  expect(byRuleset).toEqual(byPerson);
  return byPerson;
}

test("quoteChar, or no quote at all", async () => {
  const single = await bothWays("id,text\n1,'a,b''c'\nx,\"d\n", { quoteChar: "'" });
  expect(single.kept.map(({ cells }) => cells)).toEqual([["x", '"d']]);
  expect(single.report.quote).toBe("'");
  const none = await bothWays('id,text\n1,"a\nx,"b""c"\n', { quoteChar: null });
  expect(none.kept.map(({ cells }) => cells)).toEqual([["x", '"b""c"']]);
  expect(none.codes).toEqual({ "type-error": 1 });
});

test("escapeChar and doubleQuote", async () => {
  const escaped = await bothWays('id,text\nx,"a \\"b\\", c"\n', { escapeChar: "\\" });
  expect(escaped.kept.map(({ cells }) => cells)).toEqual([["x", 'a "b", c']]);
  const single = await bothWays('id,text\n1,"a""b"\nx,"c"\n', { doubleQuote: false });
  expect(single.codes).toEqual({ "bad-quote": 1, "type-error": 1 });
});

test("skipInitialSpace", async () => {
  const { codes, kept } = await bothWays('id, text\n1, "a, b"\nx,  c\n', { skipInitialSpace: true });
  expect(codes).toEqual({ "type-error": 1 });
  expect(kept[0]?.cells).toEqual(["x", "c"]);
});

test("skipInitialSpace drops white space and nothing else, whatever the encoding", async () => {
  const starts = ["_", "(", ")", "/", ";", "\u00C0", "\u00FF"];
  for (const encode of ["utf8", "latin1"] as const) {
    const rows = starts.map((start) => `x,${start}a\n`).join("");
    const text = Buffer.from(`id,text\n${rows}x, \t\u00A0b\n`, encode);
    const { kept } = await bothWays(text, { skipInitialSpace: true, delimiter: "," });
    expect(kept.map(({ cells }) => cells?.[1])).toEqual([...starts.map((start) => `${start}a`), "b"]);
  }
});

test("commentChar passes over lines, whatever stands in them, and places stay exact", async () => {
  const text = '# made, "by hand\nid,text\n1,a#b\n# 2,b\n#\nx,"c\nd"\n#e\ny,f\n';
  for (const ending of ["\n", "\r\n"]) {
    for (const chunkBytes of [1, 5, 1000]) {
      const content = text.replaceAll("\n", ending);
      const plain = parseRuleset({ id: "plain", title: "Plain", schema });
      const { findings, rows } = await checkBytes(content, {
        ruleset: plain,
        overrides: { commentChar: "#" },
        chunkBytes,
      });
      expect(findings.map(({ row, line, byte }) => [row, line, byte])).toEqual([
        [3, 6, content.indexOf("x,")],
        [4, 9, content.indexOf("y,")],
      ]);
      expect(rows).toBe(3);
    }
  }
});

test("header: false makes the first row data", async () => {
  const { rows, findings } = await bothWays("a,b\n1,c\n", { header: false });
  expect(rows).toBe(2);
  expect(findings).toMatchObject([{ code: "type-error", row: 1 }]);
});

test("lineTerminator CRLF leaves a lone LF in its cell", async () => {
  const text = "id,text\r\n1,a\nb\r\nx,c\r\n";
  const { rows, findings } = await bothWays(text, { lineTerminator: "\r\n" });
  expect(rows).toBe(2);
  expect(findings.find(({ code }) => code === "type-error")).toMatchObject({
    row: 3,
    line: 4,
    byte: text.indexOf("x,"),
  });
});

test("a delimiter that is never guessed", async () => {
  const { columns, codes } = await bothWays("id^text\n1^a;b,c\n", { delimiter: "^" });
  expect([columns, codes]).toEqual([["id", "text"], {}]);
});

test("an encoding that the bytes would not give", async () => {
  const bytes = Buffer.from("id,text\n1,é\n");
  const read = await bothWays(bytes, { encoding: "windows-1252" });
  expect(read.report).toMatchObject({ encoding: "windows-1252", encodingReason: "asked" });
  expect(read.report.columns[1]?.maxLength).toBe(2);
});

test("what a person says goes before what the ruleset says", async () => {
  const ruleset = parseRuleset({
    id: "told",
    title: "Told",
    schema,
    dialect: { delimiter: ";", doubleQuote: true, headerRows: [2] },
  });
  const overrides = { delimiter: ",", escapeChar: "\\", skipLines: 0 };
  const { columns, rows } = await checkBytes('id,text\n1,"a\\"b"\n', { ruleset, overrides });
  expect([columns, rows]).toEqual([["id", "text"], 1]);
});

test.each([
  [{ delimiter: ";", quoteChar: ";" }, "dialect.quoteChar"],
  [{ escapeChar: "\\", doubleQuote: true }, "dialect.escapeChar"],
  [{ escapeChar: "\\", quoteChar: null }, "dialect.escapeChar"],
  [{ commentChar: '"' }, "dialect.commentChar"],
  [{ header: false, headerRows: [2] }, "dialect.headerRows"],
  [{ headerRows: [1, 2] }, "dialect.headerRows"],
  [{ delimiter: "ab" }, "dialect.delimiter"],
  [{ lineTerminator: "x" }, "dialect.lineTerminator"],
])("refuses the dialect %j and says where", (dialect, path) => {
  expect(() => parseRuleset({ id: "a", title: "A", schema, dialect })).toThrow(path);
});
