import { expect, it } from "vitest";
import { makeTypeGuesser } from "../../src/core/schema/infer-type";

function guess(cells: string[]) {
  const guesser = makeTypeGuesser();
  for (const cell of cells) guesser.add(cell);
  return guesser.result();
}

it.each([
  ["integer", ["1", "-2", "0"]],
  ["number", ["1", "2.5", "1 234,50"]],
  ["boolean", ["true", "false"]],
  ["date", ["2024-01-31", "31/01/2024"]],
  ["datetime", ["2024-01-31T10:00:00", "2024-01-31 10:00"]],
  ["time", ["10:00", "9:30:15"]],
  ["string", ["a", "1"]],
  ["string", []],
])("guesses %s from %j", (type, cells) => {
  expect(guess(cells)).toEqual({ type, fits: 1 });
});

it("takes codes with a leading zero as text, however few they are", () => {
  expect(guess([...Array.from({ length: 99 }, (_, i) => `${i + 1000}`), "08857"]).type).toBe("string");
});

it("gives the share that fits when some cells do not", () => {
  expect(guess([...Array.from({ length: 19 }, () => "5"), "n/a"])).toEqual({ type: "integer", fits: 0.95 });
});
