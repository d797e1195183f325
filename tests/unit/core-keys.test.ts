import { expect, test } from "vitest";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { checkBytes } from "../check-bytes";

const rulesetOf = (schema: object) => parseRuleset({ id: "keys", title: "Keys", schema });
const keysOf = async (text: string, schema: object) => {
  const { findings, summary } = await checkBytes(Buffer.from(text), { ruleset: rulesetOf(schema) });
  const told = findings
    .filter(({ code }) => code === "unique" || code === "primary-key")
    .map(({ code, row, field, params }) => [code, row, field, params.key ?? null, params.firstRow ?? null]);
  return { told, summary };
};
const field = (name: string, more: object = {}) => ({ name, ...more });

test("a primary key, a unique column and a unique pair are each checked, and each repeat names the first row", async () => {
  const { told, summary } = await keysOf("id,mail,a,b\n1,x,1,1\n2,y,1,2\n1,x,1,1\n3,y,2,1\n4,z,1,2\n", {
    fields: [field("id"), field("mail", { constraints: { unique: true } }), field("a"), field("b")],
    primaryKey: "id",
    uniqueKeys: [["a", "b"]],
  });
  expect(told).toEqual([
    ["primary-key", 4, "id", "1", 2],
    ["unique", 4, "a, b", "1 + 1", 2],
    ["unique", 6, "a, b", "1 + 2", 3],
    ["unique", 4, "mail", "x", 2],
    ["unique", 5, "mail", "y", 3],
  ]);
  expect(summary.codes).toEqual({ "primary-key": 1, unique: 4 });
  expect(summary.errorRows).toBe(3);
});

test("a missing value repeats nothing in a unique column, and is a fault in a primary key", async () => {
  const schema = {
    fields: [field("id", { missingValues: ["-"] }), field("mail", { constraints: { unique: true } })],
    primaryKey: ["id"],
  };
  const { told } = await keysOf("id,mail\n-,\n-,\n7,x\n", schema);
  expect(told).toEqual([
    ["primary-key", 2, "id", null, null],
    ["primary-key", 3, "id", null, null],
  ]);
});

test("values that are written differently are the same in a number's key, and different in a text's", async () => {
  const text = "n,t\n1,1\n1.0,1.0\n";
  const schema = (type: string) => ({
    fields: [field("n", { type: "number" }), field("t")],
    primaryKey: type,
  });
  expect((await keysOf(text, schema("n"))).told).toEqual([["primary-key", 3, "n", "1.0", 2]]);
  expect((await keysOf(text, schema("t"))).told).toEqual([]);
});

test("a key whose column is not in the file is said not to have been checked, and so is a foreign key", async () => {
  const { told, summary } = await keysOf("a,b\n1,1\n1,1\n", {
    fields: [field("a"), field("b"), field("c", { constraints: { unique: true } })],
    fieldsMatch: "partial",
    uniqueKeys: [["b"]],
    foreignKeys: [{ fields: "a", reference: { resource: "other", fields: "x" } }],
  });
  expect(told).toEqual([["unique", 3, "b", "1", 2]]);
  expect(summary.report.notRun).toEqual([
    { check: "unique:c", reason: "no-column:c" },
    { check: "foreign-key:a", reason: "no-table:other" },
  ]);
});

test("forty unique columns over many rows need few open files and find every repeat", async () => {
  const names = Array.from({ length: 40 }, (_, i) => `c${i}`);
  const rows = Array.from({ length: 500 }, (_, row) =>
    names.map((_, i) => (i === 7 ? row % 250 : row)).join(","),
  );
  const { summary } = await keysOf([names.join(","), ...rows, ""].join("\n"), {
    fields: names.map((name) => field(name, { type: "integer", constraints: { unique: true } })),
  });
  expect(summary.codes).toEqual({ unique: 250 });
});
