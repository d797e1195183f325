import { expect, test } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { checkBytes } from "../check-bytes";

const header = "id;nom;montant";
const rows = ["1;Zoé;12,50", "2;Noël;3,25", "3;Ève;4,75", ""];
const file = (...above: string[]) => [...above, header, ...rows].join("\n");

test.each([
  ["a title and a blank line", ["Rapport mensuel, janvier 2026", ""], 2],
  ["a title right above the header", ["Rapport mensuel"], 1],
  ["a title filled up with delimiters, as a spreadsheet writes it", ["Rapport mensuel;;", ";;"], 2],
  ["blank lines alone", ["", ""], 2],
])("%s is passed over and told", async (_, above, count) => {
  const { report, codes, findings, columns, rows: read } = await checkBytes(file(...above));
  expect(columns).toEqual(["id", "nom", "montant"]);
  expect(codes).toEqual({ "title-lines": 1 });
  expect(findings[0]).toMatchObject({ severity: "info", row: null, params: { count } });
  expect(report).toMatchObject({ delimiter: ";", header: true, titleLines: count, records: 3 });
  expect(read).toBe(3);
});

test("records are counted from the top of the file, titles included", async () => {
  const { findings } = await checkBytes(`${file("Rapport", "")}4;x"y;1\n`);
  expect(findings.find(({ code }) => code === "bad-quote")).toMatchObject({ row: 7, line: 7 });
});

test("a header that the ruleset knows is found below titles that look like it", async () => {
  const ruleset = parseRuleset({
    id: "known",
    title: "Known",
    schema: { fields: [{ name: "a" }, { name: "b" }, { name: "c" }] },
  });
  const { columns, codes } = await checkBytes("Liste\na,b,c\nx,y,z\nu,v,w\n", { ruleset });
  expect(columns).toEqual(["a", "b", "c"]);
  expect(codes).toEqual({ "title-lines": 1 });
});

test.each([
  ["a header shorter than its rows", "id,name\n1,Ada,5\n2,Bob,6\n", ["id", "name"]],
  ["a one-column header over two columns of words", "name\nAda,Paris\nBob,Rome\n", ["name"]],
  ["a ragged first row", "a,b,c,d\n1,2,3,4\n1\n2,3\n1,2,3,4\n", ["a", "b", "c", "d"]],
  ["a file of one column", "name\n\nAda\nBob\n", ["name"]],
])("%s is no title", async (_, text, columns) => {
  const result = await checkBytes(text);
  expect(result.columns).toEqual(columns);
  expect(result.codes["title-lines"]).toBeUndefined();
});

test("a person who names the header's row, or the rows to pass over, is obeyed without a finding", async () => {
  const text = "x;y;z\na;b;c\nid;nom;montant\n1;2;3\n";
  for (const overrides of [{ headerRows: [3] }, { skipLines: 2, header: true }, { skipLines: 2 }]) {
    const { columns, rows: read, report, codes } = await checkBytes(text, { overrides });
    expect(columns).toEqual(["id", "nom", "montant"]);
    expect([read, report.titleLines, codes]).toEqual([1, 2, {}]);
  }
  const none = await checkBytes(text, { overrides: { skipLines: 3, header: false } });
  expect([none.rows, none.report.header]).toEqual([1, false]);
  const all = await checkBytes(file("Rapport", ""), { overrides: { skipLines: 0 } });
  expect(all.columns).toEqual(["Rapport"]);
});
