import { expect, it } from "vitest";
import { compileKeyPart } from "../../src/core/schema/key-part";
import { parseRuleset } from "../../src/core/schema/ruleset";

function partOf(field: Record<string, unknown>, missingValues?: string[]) {
  const [parsed] = parseRuleset({ fields: [{ name: "x", ...field }] }).schema.fields;
  if (!parsed) throw new Error("no field");
  return compileKeyPart(parsed, missingValues);
}

it.each<[Record<string, unknown>, same: string[], other: string]>([
  [{ type: "number" }, ["1", "1.0", "+1", "10E-1"], "1.1"],
  [{ type: "number", decimalChar: ",", groupChar: " " }, ["1000", "1 000,00"], "1001"],
  [{ type: "integer" }, ["7", "007", "+7"], "70"],
  [{ type: "boolean" }, ["true", "1", "TRUE"], "0"],
  [{ type: "date", format: "%d/%m/%Y" }, ["01/02/2024", "1/2/2024"], "2/1/2024"],
  [{ type: "datetime" }, ["2024-01-26T12:00:00Z", "2024-01-26T07:00:00-05:00"], "2024-01-26T12:00:01Z"],
  [{ type: "duration" }, ["P1D", "PT24H"], "PT25H"],
  [{ type: "object" }, ['{"a":1,"b":2}', '{ "b": 2, "a": 1 }'], '{"a":1}'],
  [{ type: "list", itemType: "integer" }, ["1,2", "01,+2"], "2,1"],
  [{ type: "geopoint" }, ["1.5, 2", "1.50,2.0"], "2, 1.5"],
])("%j: %j are one value", (field, same, other) => {
  const part = partOf(field);
  expect(new Set(same.map(part)).size).toBe(1);
  expect(part(other)).not.toBe(part(same[0] ?? ""));
});

it.each<[Record<string, unknown>, faulty: string, sound: string]>([
  [{ type: "boolean", trueValues: ["oui"], falseValues: ["non"] }, "true", "oui"],
  [{ type: "number" }, "Infinity", "INF"],
  [{ type: "integer", groupChar: " " }, "1000 ", "1 000"],
])("%j: %j, which is not of the type, is not the value of %j", (field, faulty, sound) => {
  const part = partOf(field);
  expect(part(faulty)).not.toBe(part(sound));
  expect(part(faulty)).toBe(part(faulty));
});

it("keeps texts, tells what is not of the type apart, and numbers too long for a double as they are", () => {
  expect(["a", "A", " a"].map(partOf({}))).toEqual(["a", "A", " a"]);
  const whole = partOf({ type: "integer" });
  expect(whole("x")).toBe(whole("x"));
  expect(whole("x")).not.toBe(whole("y"));
  const long = partOf({ type: "integer" });
  expect(long("12345678901234567890")).not.toBe(long("12345678901234567891"));
});

it("gives null for a missing value, by the field's own list before the schema's", () => {
  expect(partOf({ type: "integer" })("")).toBeNull();
  expect(partOf({ type: "integer" }, ["-"])("-")).toBeNull();
  expect(partOf({ type: "integer", missingValues: ["NA"] }, ["-"])("-")).not.toBeNull();
});
