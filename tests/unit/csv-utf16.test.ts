import { expect, test } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { checkBytes } from "../check-bytes";

const le = (text: string) => Buffer.from(text, "utf16le");
const be = (text: string) => le(text).swap16();
const people = "nom;âge\nZoé;36\nNoël;85\n";
const keyed = parseRuleset({
  id: "keyed",
  title: "Keyed",
  schema: { fields: [{ name: "id" }, { name: "text" }], primaryKey: "id" },
});

test("UTF-16 with a byte order mark is read, in both byte orders", async () => {
  for (const [encode, encoding] of [
    [le, "utf-16le"],
    [be, "utf-16be"],
  ] as const) {
    const { report, codes, rows, columns } = await checkBytes(encode(`\ufeff${people}`));
    expect(report).toMatchObject({
      encoding,
      encodingReason: "byte-order-mark",
      delimiter: ";",
      lineEnding: "lf",
    });
    expect([codes, rows, columns]).toEqual([{}, 2, ["nom", "âge"]]);
  }
});

test("UTF-16 without a mark is proven by its bytes, or asked for", async () => {
  for (const [encode, encoding] of [
    [le, "utf-16le"],
    [be, "utf-16be"],
  ] as const) {
    const proven = await checkBytes(encode(people));
    expect(proven.report).toMatchObject({ encoding, encodingReason: "byte-pattern" });
    expect(proven.columns).toEqual(["nom", "âge"]);
    for (const label of [encoding, "utf-16"] as const) {
      const asked = await checkBytes(encode(people), { overrides: { encoding: label } });
      expect(asked.report).toMatchObject({ encoding, encodingReason: "asked" });
      expect(asked.columns).toEqual(["nom", "âge"]);
    }
  }
});

test("text beyond ASCII proves UTF-16 too, when its delimiters and line breaks do", async () => {
  const { report, rows } = await checkBytes(le("名,市\n太郎,東京\n花子,大阪\n"));
  expect([report.encoding, rows]).toEqual(["utf-16le", 2]);
});

test("a NUL byte among 8-bit text is no proof of UTF-16", async () => {
  for (const content of ["id,name\n1,\0\n2,b\n", "a\0", "\0\0\0\0", "id,name\n1,a\0b\n".repeat(20)]) {
    const { codes } = await checkBytes(content);
    expect(codes).toEqual({ "binary-file": 1 });
  }
});

test("a NUL character in UTF-16 is named with its line and byte", async () => {
  const text = "\ufeffa,b\né,\u{1f600}\n1,\0\n";
  const { findings } = await checkBytes(le(text));
  expect(findings).toMatchObject([{ code: "binary-file", line: 3, byte: 2 * text.indexOf("\0") }]);
});

test("a character outside the basic plane is whole wherever a block or a chunk cuts it", async () => {
  const rows = "x,\u{1f600}\n".repeat(150_000);
  for (const shift of ["", "y"]) {
    const { codes, report, kept } = await checkBytes(be(`\ufeffid,text\n${shift}z,\u{1f600}\n${rows}`), {
      chunkBytes: 4099,
      ruleset: keyed,
      keptPerCode: 1,
    });
    expect(codes).toEqual({ "primary-key": 149_999 });
    expect(report.columns[1]).toMatchObject({ minLength: 2, maxLength: 2 });
    expect(kept[0]?.cells).toEqual(["x", "\u{1f600}"]);
  }
}, 60_000);

test("a lone surrogate and half a character at the end are encoding errors with line and byte", async () => {
  const text = "\ufeffid,text\r\n1,\u{1f600}\r\n2,\ud800x\r\n3,\udc00\r\n";
  const { findings, rows } = await checkBytes(Buffer.concat([le(text), Buffer.from([0x41])]));
  expect(findings[0]).toMatchObject({
    code: "encoding-error",
    line: 3,
    byte: 2 * text.indexOf("\ud800x"),
    params: { encoding: "utf-16le", count: 3 },
  });
  expect(rows).toBe(4);
});

test("places in UTF-16 are places in the file, and a repeated key's row is read there", async () => {
  const lines = ["\ufeffid,text", '1,"\u{1f600}', 'é"', "2,\u20ac", '1,"a""b"', '3,"x"y', "2,z"];
  for (const encode of [le, be]) {
    const text = lines.join("\r\n");
    const { findings, kept } = await checkBytes(encode(text), { ruleset: keyed, chunkBytes: 5 });
    const byte = (part: string) => 2 * text.indexOf(part);
    expect(findings.map(({ code, row, line, byte }) => ({ code, row, line, byte }))).toEqual([
      { code: "bad-quote", row: 5, line: 6, byte: byte('3,"x"y') },
      { code: "primary-key", row: 4, line: 5, byte: byte('1,"a""b"') },
      { code: "primary-key", row: 6, line: 7, byte: byte("2,z") },
    ]);
    expect(kept.map(({ cells }) => cells)).toEqual([null, ["1", 'a"b'], ["2", "z"]]);
  }
});

test("a mark with nothing after it is an empty file", async () => {
  for (const content of [le("\ufeff"), be("\ufeff"), le("\ufeff\r\n\r\n")])
    expect((await checkBytes(content)).codes).toEqual({ "empty-file": 1 });
});
