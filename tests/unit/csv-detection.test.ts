import { expect, test } from "vitest";
import { checkBytes } from "../check-bytes";

const shape = async (text: string) => {
  const { report, columns, rows, codes } = await checkBytes(text);
  const { delimiter, header, lineEnding } = report;
  return { delimiter, header, lineEnding, columns: columns.length, rows, codes };
};

test.each([
  ["tabs", "id\tnom\tville\n1\tZoé, Ève\tSainte-Foy; Québec\n2\tNoël\tLévis\n", "\t", 3],
  ["pipes", "id|nom\n1|a, b; c\n2|d\n", "|", 2],
  ["decimal commas between semicolons", "a;b;c\n1,5;2,5;3,5\n4,5;5,5;6,5\n", ";", 3],
  ["a semicolon in a comma file's header", "id,a;b,c\n1,2,3\n4,5,6\n", ",", 3],
  ["semicolons in every cell of text", 'id,list\n1,"a;b;c"\n2,"d;e;f"\n', ",", 2],
  ["quoted line breaks with other delimiters", 'id;note\n1;"x,y\nz,w"\n2;"a,b\nc,d"\n', ";", 2],
])("finds %s", async (_, text, delimiter, columns) => {
  expect(await shape(text)).toMatchObject({ delimiter, columns, rows: 2, codes: {} });
});

test("ragged rows do not hide the delimiter, and each is a finding", async () => {
  const text = `a,b,c\n${"1,2,3\n".repeat(20)}1,2\n1\n1,2,3,4\n`;
  expect(await shape(text)).toMatchObject({
    delimiter: ",",
    columns: 3,
    codes: { "missing-cell": 2, "extra-cell": 1 },
  });
});

test("a single column is read as one, and says that it is unsure", async () => {
  expect(await shape("nom\nZoé\nNoël\n")).toMatchObject({
    columns: 1,
    rows: 2,
    codes: { "dialect-uncertain": 1 },
  });
});

test("a header may hold years, and data without one is taken as data", async () => {
  expect(await shape("ville,2024,2025\nLévis,1,2\n")).toMatchObject({ header: true, rows: 1 });
  expect(await shape("1,Zoé\n2,Noël\n")).toMatchObject({ header: false, rows: 2 });
  expect(await shape("Zoé,2026-01-31\nNoël,2026-02-01\n")).toMatchObject({ header: false, rows: 2 });
});

test("a file whose lines end with CR alone is read line by line", async () => {
  expect(await shape('id,nom\r1,"a\rb"\r2,c\r')).toMatchObject({ lineEnding: "cr", rows: 2, codes: {} });
  const { findings } = await checkBytes('id,nom\r1,"a\rb"\r2,c"d\r3,"e\r4,f\r');
  expect(findings.map(({ code, row, line, byte }) => [code, row, line, byte])).toEqual([
    ["bad-quote", 3, 4, 15],
    ["truncated-file", 4, 5, 21],
  ]);
});

test("mixed line endings end rows alike, and are told", async () => {
  expect(await shape('id,nom\r\n1,a\n2,"b\r\nc"\r\n3,d\n')).toMatchObject({
    lineEnding: "mixed",
    rows: 3,
    codes: { "mixed-line-endings": 1 },
  });
  expect(await shape("id,nom\r1,a\r2,b\n3,c\r4,d\r")).toMatchObject({ lineEnding: "mixed", rows: 4 });
});

test("a line break of the other kind inside quotes is no mixture", async () => {
  expect(await shape('id,nom\r\n1,"a\nb"\r\n2,c\r\n')).toMatchObject({
    lineEnding: "crlf",
    rows: 2,
    codes: {},
  });
});

test("a CR alone inside a row stays in its cell", async () => {
  const text = "id,nom\n1,a\rb\n2,c\n3,d,e\n";
  const { rows, findings } = await checkBytes(text);
  expect(rows).toBe(3);
  expect(findings).toMatchObject([{ code: "extra-cell", row: 4, line: 5, byte: text.indexOf("3,") }]);
});

test("a stray quote near the top does not hide the delimiter", async () => {
  expect(await shape(`id;nom\n1;"Zoé\n${"2;a,b\n".repeat(50)}`)).toMatchObject({ delimiter: ";", rows: 50 });
});
