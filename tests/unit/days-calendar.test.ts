import { describe, expect, it } from "vitest";
import { monthsOf, walkDays } from "@/ui/run/days/calendar";

const day = (text: string) => ({ day: text });

describe("the months of days at fault", () => {
  it("are those with such a day, in order, with weeks from Sunday", () => {
    const months = monthsOf([day("2026-03-02"), day("2025-12-31"), day("2026-03-31")]);
    expect(months.map(({ id }) => id)).toEqual(["2025-12", "2026-03"]);
    const [december, march] = months;
    expect(december?.weeks[0]?.map((cell) => cell?.date ?? null)).toEqual([null, 1, 2, 3, 4, 5, 6]);
    expect(march?.weeks).toHaveLength(5);
    expect(march?.weeks[0]?.map((cell) => cell?.date)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    const found = march?.weeks.flat().filter((cell) => cell?.found);
    expect(found?.map((cell) => cell?.date)).toEqual([2, 31]);
  });

  it.each([
    ["2028-02", 29, 5],
    ["2026-02", 28, 4],
    ["2026-08", 31, 6],
    ["0099-12", 31, 5],
  ])("%s has %d days in %d weeks", (month, days, weeks) => {
    const [only] = monthsOf([day(`${month}-01`)]);
    expect(only?.weeks).toHaveLength(weeks);
    const dates = only?.weeks.flat().flatMap((cell) => cell?.date ?? []);
    expect(dates).toEqual(Array.from({ length: days }, (_, at) => at + 1));
    expect(only?.weeks.every((week) => week.length === 7)).toBe(true);
  });
});

describe("keys in a calendar", () => {
  const days = ["2026-03-02", "2026-03-03", "2026-03-08", "2026-03-09", "2026-05-01"];
  it.each([
    ["ArrowRight", 0, 1],
    ["ArrowRight", 4, null],
    ["ArrowLeft", 0, null],
    ["ArrowLeft", 3, 2],
    ["ArrowDown", 0, 3],
    ["ArrowDown", 1, 4],
    ["ArrowDown", 4, null],
    ["ArrowUp", 4, 3],
    ["ArrowUp", 3, 0],
    ["ArrowUp", 2, null],
    ["Home", 3, 0],
    ["End", 1, 4],
    ["Enter", 1, null],
  ] as const)("%s leads from day %d to %s", (key, from, to) => {
    expect(walkDays(key, days, from)).toBe(to);
  });
});
