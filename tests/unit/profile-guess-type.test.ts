import { expect, it } from "vitest";
import { guessType } from "../../src/core/profile/guess-type";

function guess(cells: string[]) {
  const { form, fits } = guessType(cells.map((text) => ({ text, count: 1 })));
  return { ...form, fits };
}

it.each([
  [{ type: "integer" }, ["1", "-2", "0"]],
  [{ type: "number", decimalChar: "." }, ["1", "2.5"]],
  [{ type: "number", decimalChar: "," }, ["1", "2,5"]],
  [{ type: "number", decimalChar: ",", groupChar: " " }, ["1", "1 234,50", "1 234 567,00"]],
  [{ type: "number", decimalChar: ".", groupChar: "," }, ["1,234.50", "7.25"]],
  [{ type: "boolean", trueValues: ["oui"], falseValues: ["non"] }, ["oui", "non"]],
  [{ type: "date", format: "default" }, ["2024-01-31", "2024-02-29"]],
  [{ type: "date", format: "%d/%m/%Y" }, ["31/01/2024", "01/02/2024"]],
  [{ type: "date", format: "%m/%d/%Y" }, ["01/31/2024", "01/02/2024"]],
  [{ type: "datetime", format: "default" }, ["2024-01-31T10:00:00", "2024-01-31T10:00:00Z"]],
  [{ type: "datetime", format: "%Y-%m-%d %H:%M" }, ["2024-01-31 10:00"]],
  [{ type: "time", format: "%H:%M" }, ["10:00", "9:30"]],
  [{ type: "string", format: "email" }, ["a@example.org", "b@example.org"]],
  [{ type: "string", format: "ca-postal-code" }, ["H2X 1Y4"]],
  [{ type: "string" }, ["a", "1"]],
  [{ type: "string" }, ["NaN", "INF"]],
  [{ type: "string" }, []],
])("guesses %j from %j", (form, cells) => {
  expect(guess(cells)).toEqual({ ...form, fits: 1 });
});

it("takes codes with a leading zero as text, however few they are", () => {
  expect(guess([...Array.from({ length: 99 }, (_, i) => `${i + 1000}`), "08857"]).type).toBe("string");
});

it("says when day and month could stand for each other", () => {
  const guess = (cells: string[]) => guessType(cells.map((text) => ({ text, count: 1 })));
  expect(guess(["01/02/2024", "03/04/2024"])).toMatchObject({
    form: { format: "%d/%m/%Y" },
    isDayUncertain: true,
  });
  expect(guess(["01/02/2024", "13/04/2024"]).isDayUncertain).toBeUndefined();
});

it("weighs a value by how often it comes, and gives the share that fits", () => {
  const some = [
    { text: "5", count: 95 },
    { text: "n/a", count: 5 },
  ];
  expect(guessType(some)).toMatchObject({ form: { type: "integer" }, fits: 0.95 });
  expect(guessType(some.map(({ text, count }) => ({ text, count: 100 - count }))).form.type).toBe("string");
});
