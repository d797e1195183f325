import { deflateRawSync } from "node:zlib";
import { expect, test } from "./fixtures";
import { contacts } from "./sample-files";
import { runToEnd, submitBytes } from "./submit-bytes";

const png = Buffer.from("89504e470d0a1a0a0000000d49484452", "hex");
const zip = Buffer.concat([
  Buffer.from("PK\x03\x04\x14\0"),
  Buffer.from("notes.txt"),
  deflateRawSync("notes"),
]);
const xlsx = Buffer.concat([
  Buffer.from("PK\x03\x04\x14\0"),
  Buffer.from("[Content_Types].xml"),
  deflateRawSync("<x/>"),
]);
const columns = (cell: (at: number) => string, count = 5000) =>
  Array.from({ length: count }, (_, at) => cell(at)).join(",");
const wide = `${columns((at) => `name of column ${at}`)}\n${columns(String)}\n${columns(String, 4999)}\n`;
const latin1 = Buffer.from("nom,ville\nZoé,Montréal\nNoël,Québec\n", "latin1");

/** What is wrong with a file, and what a person is told of it. */
const cases: [string, BodyInit, Record<string, string>, { code: string; en: RegExp; fr: RegExp }][] = [
  ["an empty file", "", {}, { code: "empty-file", en: /holds no text/, fr: /aucun texte/ }],
  ["one byte", "a", {}, { code: "empty-file", en: /no rows/, fr: /aucune ligne/ }],
  ["only a header", "id,name\r\n", {}, { code: "empty-file", en: /header but no rows/, fr: /aucune ligne/ }],
  ["a PNG", png, {}, { code: "binary-file", en: /a PNG image/, fr: /PNG/ }],
  ["a ZIP archive", zip, {}, { code: "binary-file", en: /a ZIP archive/, fr: /ZIP/ }],
  ["an Excel workbook", xlsx, {}, { code: "binary-file", en: /an Excel workbook/, fr: /Excel/ }],
  [
    "a NUL byte in line 3",
    "a,b\n1,2\n3,\0\n",
    {},
    { code: "binary-file", en: /line 3 has a NUL/, fr: /ligne 3 .*NUL/ },
  ],
  [
    "the wrong encoding",
    latin1,
    { encoding: "utf-8" },
    { code: "encoding-error", en: /not valid utf-8 .* line 2/, fr: /utf-8.* ligne 2/ },
  ],
  [
    "no delimiter",
    "name\nAda\nBob\n",
    {},
    { code: "dialect-uncertain", en: /not clear what separates/, fr: /sépare/ },
  ],
  ["a row that is short of 5,000 columns", wide, {}, { code: "missing-cell", en: /5,000/, fr: /5.000/ }],
  [
    "an unclosed quote in row 3",
    'a,b\n1,2\n3,"4\n5,6\n',
    {},
    { code: "truncated-file", en: /line 3 and is never closed/, fr: /ligne 3/ },
  ],
  [
    "every row wrong",
    `a,b\n${"1\n2,3,4\n".repeat(500)}`,
    {},
    { code: "extra-cell", en: /has 3 cells instead of 2/, fr: /3 cellules .* 2/ },
  ],
  [
    "a ruleset that does not fit",
    "colour,weight\nred,7\n",
    { ruleset: contacts.ruleset },
    { code: "missing-label", en: /No column is named .?id\b/, fr: /colonne .*\bid\b/ },
  ],
];

for (const [what, bytes, query, told] of cases) {
  test(`${what}: the run ends with a message that says so, and no record is lost`, async () => {
    const run = await submitBytes(bytes, query);
    expect(run).toMatchObject({ status: "completed", attempt: 1, errorCode: null });
    expect(run.rows + (run.report?.rowsRefused ?? Number.NaN)).toBe(run.report?.records);
    const finding = run.findings.find(({ code }) => code === told.code);
    expect(finding?.message).toMatch(told.en);
    expect(finding?.remedy).toMatch(/^[A-Z].+\.$/);
    const french = (await runToEnd(run.runId, "fr")).findings.find(({ code }) => code === told.code);
    expect(french?.message).toMatch(told.fr);
  });
}
