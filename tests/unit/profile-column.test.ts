import { expect, test } from "vitest";
import { profileColumn, profileFully } from "../../src/core/profile/column-profile";
import { makeDistinctSketch } from "../../src/core/profile/distinct-sketch";
import { hashText } from "../../src/core/profile/hash-text";
import { makeReservoir } from "../../src/core/profile/reservoir";
import type { Field } from "../../src/core/schema/field";

function profile(cells: Iterable<string>, field: Field | null = null, capacity = 1024) {
  const column = profileFully("x", field, capacity);
  for (const cell of cells) column.add(cell);
  return column.result();
}

function* numbers(count: number, text: (i: number) => string): Generator<string> {
  for (let i = 0; i < count; i++) yield text(i);
}

test("a small column is told exactly", () => {
  expect(profile(["b", "a", "", "b", "ccc", "b", "a", ""])).toEqual({
    name: "x",
    field: null,
    type: "string",
    empty: 2,
    filled: 6,
    fits: 1,
    distinct: 3,
    isExact: true,
    grows: false,
    min: null,
    max: null,
    minLength: 1,
    maxLength: 3,
    top: [
      { text: "b", count: 3 },
      { text: "a", count: 2 },
    ],
    histogram: null,
  });
});

test("a column of nothing has a type, no range and a share of one", () => {
  expect(profile(["", ""])).toMatchObject({
    type: "string",
    empty: 2,
    filled: 0,
    fits: 1,
    distinct: 0,
    minLength: 0,
  });
});

test("different values are estimated within 4 % at any size, whatever they look like", () => {
  for (const [count, text] of [
    [3_000, (i: number) => `R${i}`],
    [20_000, (i: number) => String(i * 7919)],
    [200_000, (i: number) => `Name ${i % 50_000}`],
    [100_000, (i: number) => `${"x".repeat(200)}${i}`],
  ] as const) {
    const { distinct, isExact, filled } = profile(numbers(count, text));
    const real = new Set(numbers(count, text)).size;
    expect(filled).toBe(count);
    expect(isExact).toBe(false);
    expect(Math.abs((distinct ?? 0) - real) / real).toBeLessThan(0.04);
  }
});

test("the frequent values of a column of many are found, also those that come late", () => {
  const { top } = profile(
    numbers(100_000, (i) => (i > 50_000 && i % 10 === 0 ? "late" : i % 20 === 1 ? "early" : `R${i}`)),
  );
  expect(top.map(({ text }) => text).sort()).toEqual(["early", "late"]);
  const early = top.find(({ text }) => text === "early");
  expect(early?.count).toBeGreaterThan(4_000);
  expect(early?.count).toBeLessThan(6_000);
});

test("a column in which nothing repeats shows none of its values", () => {
  expect(profile(numbers(50_000, (i) => `person${i}@example.org`)).top).toEqual([]);
  expect(profile(["a", "b", "c"]).top).toEqual([]);
});

test("least and greatest are by value, as the file writes them", () => {
  expect(profile(["10", "9", "-1", "100"])).toMatchObject({
    type: "integer",
    min: "-1",
    max: "100",
    grows: false,
  });
  expect(profile(["31/01/2024", "01/02/2023", "", "15/06/2025"])).toMatchObject({
    type: "date",
    format: "%d/%m/%Y",
    min: "01/02/2023",
    max: "15/06/2025",
  });
  const wide = profile(
    numbers(5_000, (i) => `${i},5`),
    { name: "f", type: "number", decimalChar: "," },
  );
  expect(wide).toMatchObject({ field: "f", min: "0,5", max: "4999,5", grows: true, decimalChar: "," });
});

test("when the first values show a narrower type than all do, no false range is given", () => {
  const { type, min, max } = profile(numbers(40_000, (i) => (i < 2_000 ? String(i) : `${i}.5`)));
  expect({ type, min, max }).toEqual({ type: "number", min: null, max: null });
});

test("numbers that only grow are known to be different, at any size", () => {
  expect(profile(numbers(5_000, (i) => String(i))).grows).toBe(true);
  expect(profile(numbers(5_000, (i) => String(i === 4_999 ? 4_998 : i))).grows).toBe(false);
  expect(profile(numbers(5_000, (i) => String(i === 3 ? 2 : i))).grows).toBe(false);
});

test("the histogram of twelve parts counts all cells, from a sample when they are many", () => {
  const exact = profile(numbers(120, (i) => String(i))).histogram;
  expect(exact).toEqual(new Array(12).fill(10));
  const sampled = profile(numbers(60_000, (i) => String(i))).histogram ?? [];
  expect(sampled).toHaveLength(12);
  for (const count of sampled) expect(Math.abs(count - 5_000)).toBeLessThan(2_500);
});

test("misfits of a field lower the share of cells that fit", () => {
  const column = profileFully("x", { name: "f", type: "integer" }, 32);
  for (const cell of ["1", "2", "x", ""]) column.add(cell);
  column.addMisfit();
  expect(column.result()).toMatchObject({ type: "integer", fits: 1 - 1 / 3, min: "1", max: "2" });
});

test("a wide file remembers no more values than a narrow one", () => {
  const remembered = (columns: number) => {
    const column = profileColumn("x", null, columns);
    for (const cell of numbers(2_000, (i) => String(i % 100))) column.add(cell);
    return column.result();
  };
  expect(remembered(1)).toMatchObject({ distinct: 100, isExact: true, min: "0", max: "99", filled: 2_000 });
  expect(remembered(3_000)).toMatchObject({ isExact: false, min: "0", max: "99", filled: 2_000 });
  expect(remembered(50_000)).toMatchObject({
    distinct: null,
    type: "integer",
    min: null,
    top: [],
    filled: 2_000,
    minLength: 1,
    maxLength: 2,
  });
  const { distinct, isExact } = profile(
    numbers(10_000, (i) => `v${i % 1_000}`),
    null,
    32,
  );
  expect(isExact).toBe(false);
  expect(Math.abs((distinct ?? 0) - 1_000)).toBeLessThan(40);
});

test("a long cell is remembered by its beginning", () => {
  const [first] = profile(["x".repeat(5_000), "x".repeat(5_000)]).top;
  expect(first).toEqual({ text: `${"x".repeat(100)}…`, count: 2 });
});

test("the sample keeps no long cell whole", () => {
  const reservoir = makeReservoir(3);
  for (let i = 0; i < 1_000; i++) reservoir.add("y".repeat(10_000));
  expect(reservoir.texts()).toEqual(new Array(3).fill(`${"y".repeat(100)}…`));
});

test("the sketch is not led astray by hashes that come again", () => {
  const sketch = makeDistinctSketch();
  for (let round = 0; round < 5; round++) for (let i = 0; i < 10_000; i++) sketch.add(hashText(`v${i}`));
  expect(Math.abs(sketch.estimate() - 10_000)).toBeLessThan(400);
});

test("the reservoir holds a fair share of every part of the file, and the same one each time", () => {
  const take = () => {
    const reservoir = makeReservoir(400);
    for (let i = 0; i < 40_000; i++) i += reservoir.add(String(i));
    return reservoir.texts();
  };
  const texts = take();
  expect(texts).toEqual(take());
  expect(texts).toHaveLength(400);
  for (let part = 0; part < 4; part++) {
    const inPart = texts.filter((text) => Math.floor(Number(text) / 10_000) === part).length;
    expect(Math.abs(inPart - 100)).toBeLessThan(40);
  }
});
