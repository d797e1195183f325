import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Finding } from "../../src/core/findings/finding";
import type { DialectOverrides } from "../../src/core/pipeline/read-dialect";
import { safeCell } from "../../src/core/report/csv-cell";
import { faultyRows } from "../../src/core/report/faulty-rows";
import { readTable } from "../../src/core/report/read-table";
import { safeSoundRows, soundRows } from "../../src/core/report/sound-rows";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { validateFile } from "../../src/core/validate-file";

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "facnet-rows-"));
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const ruleset = parseRuleset({
  id: "rows",
  title: "Rows",
  schema: {
    fields: [
      { name: "id", type: "integer" },
      { name: "nom", type: "string" },
      { name: "montant", type: "number" },
    ],
    primaryKey: "id",
  },
  rules: [
    {
      id: "not-nine",
      kind: "row",
      check: "id != 9",
      title: { en: "Nine", fr: "Neuf" },
      message: { en: "No nine.", fr: "Pas de neuf." },
    },
  ],
});

interface Asked {
  locale?: "en" | "fr";
  safe?: boolean;
  keptPerCode?: number;
  overrides?: DialectOverrides;
  structureOnly?: boolean;
}

async function split(content: string | Buffer, asked: Asked = {}) {
  const { locale = "en", safe = true, keptPerCode = 1000, overrides = {} } = asked;
  const path = join(dir, "table.csv");
  await writeFile(path, content);
  const findings = new Map<number, Finding[]>();
  const source = { path, ruleset: asked.structureOnly ? null : ruleset, overrides };
  const summary = await validateFile({
    ...source,
    bytes: Buffer.byteLength(content),
    scratchDir: await mkdtemp(join(dir, "scratch-")),
    keptPerCode,
    stagingMemoryMb: 64,
    onProgress: () => {},
    onFindings: (batch) => {
      for (const { finding } of batch)
        if (finding.row !== null) findings.set(finding.row, [...(findings.get(finding.row) ?? []), finding]);
    },
  });
  const table = await readTable(source);
  if (!table) throw new Error("no table");
  try {
    const { rowsOfCodes, report } = summary;
    const look = { locale, safe, ruleTitles: report.ruleTitles ?? {} };
    const faulty = await all(faultyRows(table, { rowsOfCodes, findingsOf: () => findings, look }));
    const again = await readTable(source);
    const third = await readTable(source);
    if (!again || !third) throw new Error("no table");
    const sound = await all(soundRows(again, rowsOfCodes));
    const safeSound = await all(safeSoundRows(third, rowsOfCodes));
    await Promise.all([again.close(), third.close()]);
    return { summary, faulty, sound, safeSound, isWhole: table.isWhole() };
  } finally {
    await table.close();
  }
}

async function all(parts: AsyncGenerator<string | Buffer, number>) {
  const pieces: Buffer[] = [];
  for (;;) {
    const { done, value } = await parts.next();
    if (done) return { count: value, bytes: Buffer.concat(pieces), text: Buffer.concat(pieces).toString() };
    pieces.push(Buffer.from(value));
  }
}

const rowsOf = (text: string, delimiter = ","): string[][] =>
  parse(text, { bom: true, delimiter, relax_column_count: true });

describe("the rows of a file, split", () => {
  it("the sound rows are the file's own bytes without the faulty records", async () => {
    const { sound, faulty, summary } = await split(
      'id,nom,montant\r\n1,"Zoé",10\r\nx,bad,10\r\n2,"a ""b""\r\nc",11\r\n1,again,12\r\n3,last,13',
    );
    expect(sound.text).toBe('id,nom,montant\r\n1,"Zoé",10\r\n2,"a ""b""\r\nc",11\r\n3,last,13');
    expect(sound.count).toBe(3);
    expect(faulty.count).toBe(2);
    expect(faulty.count + sound.count).toBe(summary.report.records);
  });

  it("the faulty rows have number, codes and sentences in front, and the cells unchanged", async () => {
    const { faulty } = await split('id,nom,montant\n1,ok,1\nx,"a,b",y\n1,again,2\n');
    expect(rowsOf(faulty.text)).toEqual([
      ["facnet_row", "facnet_findings", "facnet_messages", "id", "nom", "montant"],
      ["3", "type-error", expect.stringMatching(/^id: .*“x”.* montant: .*“y”/), "x", "a,b", "y"],
      ["4", "primary-key", expect.stringMatching(/^id: /), "1", "again", "2"],
    ]);
  });

  it("speaks the reader's language, rules included", async () => {
    const { faulty } = await split("id,nom,montant\n9,a,1\nx,b,2\n", { locale: "fr" });
    const [, nine, type] = rowsOf(faulty.text);
    expect(nine?.slice(0, 3)).toEqual(["2", "not-nine", "id\u00a0: Pas de neuf."]);
    expect(type?.[2]).toMatch(/^id\u00a0: .*«\u00a0x\u00a0».*nombre entier/);
  });

  it("has every faulty row with its codes past the cap of kept findings", async () => {
    const lines = Array.from({ length: 3000 }, (_, i) => (i % 3 === 0 ? `x${i},a,1` : `${i},a,1`));
    const { faulty, sound, summary } = await split(`id,nom,montant\n${lines.join("\n")}\n`, {
      keptPerCode: 2,
      locale: "fr",
    });
    expect(summary.kept).toBe(2);
    expect({ faulty: faulty.count, sound: sound.count }).toEqual({ faulty: 1000, sound: 2000 });
    const rows = rowsOf(faulty.text).slice(1);
    expect(rows).toHaveLength(1000);
    expect(new Set(rows.map((row) => row[1]))).toEqual(new Set(["type-error"]));
    expect(rows.at(-1)?.[2]).toBe("Mauvaise sorte de valeur.");
  });

  it("shows a record that cannot be read as the text it is", async () => {
    const { faulty, sound, summary } = await split('id,nom,montant\n1,"a"b,1\n2,ok,2\n');
    expect(summary.report.rowsRefused).toBe(1);
    expect(rowsOf(faulty.text)[1]).toEqual(["2", "bad-quote", expect.any(String), '1,"a"b,1']);
    expect(sound.text).toBe("id,nom,montant\n2,ok,2\n");
  });

  it("keeps a record without an end out of the sound rows", async () => {
    const { faulty, sound } = await split('id,nom,montant\n1,ok,1\n2,"never closed,2\n3,ok,3\n');
    expect(sound.text).toBe("id,nom,montant\n1,ok,1\n3,ok,3\n");
    expect(faulty.count).toBe(1);
  });

  it("a first row that is faulty goes without the mark in front of it", async () => {
    const { sound } = await split("\uFEFFx,a,1\n2,b,2\n", { overrides: { header: false } });
    expect(sound.text).toBe("\uFEFF2,b,2\n");
  });

  it("rows that are too short or too long keep the added columns in line", async () => {
    const { faulty } = await split("id,nom,montant\n1,a,1\n2,b\n3,c,3,4\n");
    expect(rowsOf(faulty.text).map((row) => [row[0], row.length])).toEqual([
      ["facnet_row", 6],
      ["3", 5],
      ["4", 7],
    ]);
  });

  it("titles and comments stay in the sound rows, and titles in the faulty ones", async () => {
    const overrides = { skipLines: 1, commentChar: "#" };
    const text = "# made by hand\nBilling\nid,nom,montant\n1,a,1\n# two\nx,b,2\n3,c,3\n";
    const { sound, faulty } = await split(text, { overrides });
    expect(sound.text).toBe("# made by hand\nBilling\nid,nom,montant\n1,a,1\n# two\n3,c,3\n");
    expect(rowsOf(faulty.text)[0]).toEqual(["", "", "", "Billing"]);
  });

  it.each([
    ["windows-1252", Buffer.from("id;nom;montant\n1;Zo\u00e9;1\nx;No\u00ebl;2\n", "latin1"), 23],
    ["utf-16le", Buffer.from("\uFEFFid;nom;montant\n1;Zoé;1\nx;Noël;2\n", "utf16le"), 48],
    ["utf-8-bom", Buffer.from("\uFEFFid;nom;montant\n1;Zoé;1\nx;Noël;2\n"), 27],
  ])(
    "a file in %s keeps its encoding in the sound rows, and is UTF-8 in the faulty ones",
    async (encoding, content, kept) => {
      const { sound, faulty, summary } = await split(content);
      expect(summary.report.encoding).toBe(encoding);
      expect(sound.bytes).toEqual(content.subarray(0, kept));
      expect(faulty.text.startsWith("\uFEFF")).toBe(true);
      expect(rowsOf(faulty.text, ";")[1]?.slice(3)).toEqual(["x", "Noël", "2"]);
    },
  );

  it("without a ruleset the faulty rows are those of the wrong width", async () => {
    const { sound } = await split("a,b\n1,2\n3\n4,5\n", { structureOnly: true });
    expect(sound.text).toBe("a,b\n1,2\n4,5\n");
  });

  it("the sound rows of a whole file pass the same check, and are then all sound", async () => {
    const first = await split("id,nom,montant\n1,a,1\n1,b,2\nx,c,3\n2,d,4\n");
    const second = await split(first.sound.bytes);
    expect(second.summary.counts.error).toBe(0);
    expect(second.sound.bytes).toEqual(first.sound.bytes);
    expect(second.faulty.count).toBe(0);
    expect((await readFile(join(dir, "table.csv"))).length).toBe(first.sound.bytes.length);
  });
});

it("any table is split without loss: the sound rows keep their cells and their order", async () => {
  const text = fc.string({
    unit: fc.constantFrom("a", "é", ",", ";", '"', "\n", "\r\n", " ", "="),
    maxLength: 4,
  });
  const rows = fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(rows, fc.constantFrom("\n", "\r\n"), async (cells, ending) => {
      const lines = [["one", "two", "three"], ...cells].map((row) =>
        row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(","),
      );
      const overrides = { delimiter: ",", header: true };
      const { sound, faulty, summary } = await split(lines.join(ending), { structureOnly: true, overrides });
      expect(sound.count + faulty.count).toBe(summary.report.records);
      expect(faulty.count).toBe(summary.errorRows + summary.report.rowsRefused);
      const faultyNumbers = new Set(rowsOf(faulty.text).map(([row]) => row));
      const left = cells.filter((_, i) => !faultyNumbers.has(String(i + 2)));
      expect(rowsOf(sound.text).slice(1)).toEqual(left);
      const shown = rowsOf(faulty.text).slice(1);
      const wrong = cells.filter((_, i) => faultyNumbers.has(String(i + 2)));
      expect(shown.map((row) => row.slice(3))).toEqual(wrong.map((row) => row.map(safeCell)));
    }),
    { numRuns: 80 },
  );
});

describe("cells that a spreadsheet would run", () => {
  it.each([
    ["=1+1", "'=1+1"],
    ["+A1", "'+A1"],
    ["-A1", "'-A1"],
    ["@x", "'@x"],
    ["\tx", "'\tx"],
    ["\rx", "'\rx"],
    ["\u00a0=1", "'\u00a0=1"],
    ["＝1", "'＝1"],
    ["-12,50", "-12,50"],
    ["+1 (514) 555", "'+1 (514) 555"],
    ["a=1", "a=1"],
  ])("%j becomes %j", (cell, safe) => {
    expect(safeCell(cell)).toBe(safe);
  });

  const text = 'id,nom,montant\n1,=1+1,1\nx,@x,-2\ny,"\tz",3\nz,"\rz",4\n+A1,b,5\n';

  it("are made text in the faulty rows, whose numbers stay numbers", async () => {
    const { faulty } = await split(text);
    expect(rowsOf(faulty.text).map((row) => row.slice(3))).toEqual([
      ["id", "nom", "montant"],
      ["x", "'@x", "-2"],
      ["y", "'\tz", "3"],
      ["z", "'\rz", "4"],
      ["'+A1", "b", "5"],
    ]);
    const messages = rowsOf(faulty.text).map((row) => row[2] ?? "");
    for (const message of messages) expect(message).not.toMatch(/^\s*[=+\-@]/);
  });

  it("stay as they are in the faulty rows when that is asked, and in the sound rows unless they are to be safe", async () => {
    const { faulty, sound, safeSound } = await split(text, { safe: false });
    expect(rowsOf(faulty.text)[1]?.slice(3)).toEqual(["x", "@x", "-2"]);
    expect(sound.text).toBe("id,nom,montant\n1,=1+1,1\n");
    expect(rowsOf(safeSound.text)).toEqual([
      ["id", "nom", "montant"],
      ["1", "'=1+1", "1"],
    ]);
  });
});
