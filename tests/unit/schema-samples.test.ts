import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";
import { checkReferenceTable } from "../../src/core/references/check-reference-table";
import { parseRuleset } from "../../src/core/schema/ruleset";
import { validateSampleFile } from "./rulesets/validate-sample-file";

async function validate(id: string, name: string) {
  const { codes, rows, counts, report } = await validateSampleFile(
    id,
    await readFile(join("rulesets", id, name)),
  );
  return { codes, rows, counts, unable: report.notRun.filter(({ reason }) => reason !== "faulty-cells") };
}

it.each([
  ["contacts", 40],
  ["ramq-daily-claims", 75],
  ["gtfs-stop-times", 127],
])("every rule runs over the valid sample of %s, and finds nothing", async (id, rows) => {
  expect(await validate(id, "sample-valid.csv")).toEqual({
    codes: {},
    rows,
    counts: { error: 0, warning: 0, info: 0 },
    unable: [],
  });
});

it("the faulty contacts show what each check says", async () => {
  expect((await validate("contacts", "sample-faulty.csv")).codes).toEqual({
    "primary-key": 1,
    required: 1,
    "type-error": 1,
    "out-of-locale": 2,
    "format-error": 3,
    enum: 1,
    minimum: 1,
    "missing-cell": 1,
    "extra-cell": 1,
    "email-repeats-name": 1,
    "born-in-the-future": 1,
  });
});

it("the faulty claims show a damaged header, the mistakes seen in the field, and the fail of every rule", async () => {
  expect((await validate("ramq-daily-claims", "sample-faulty.csv")).codes).toEqual({
    "damaged-label": 1,
    "incorrect-label": 2,
    "type-error": 6,
    "out-of-locale": 2,
    "check-digit": 2,
    "format-error": 1,
    pattern: 3,
    minimum: 1,
    required: 2,
    "missing-cell": 1,
    "office-fee-19928": 1,
    "office-fee-19929": 1,
    "office-fee-day-total": 1,
    "office-fee-place": 1,
    "office-fee-missed": 1,
    "annual-code-paid-twice": 1,
    "annual-code-paid-and-unpaid": 1,
    "annual-code-unpaid-twice": 1,
    "intervention-day-cap": 1,
    "intervention-overlap": 2,
    "intervention-too-short": 1,
    "intervention-ends-before-start": 1,
    "late-claim": 1,
    "service-in-the-future": 1,
    "companion-code": 1,
    reconciliation: 1,
    "code-in-list": 5,
    tariff: 2,
  });
});

it("the faulty stop times show the fail of every rule", async () => {
  expect((await validate("gtfs-stop-times", "sample-faulty.csv")).codes).toEqual({
    "departure-before-arrival": 1,
    "timepoint-without-times": 1,
    "stop-not-for-boarding": 1,
    "trip-with-one-stop": 1,
    "trip-ends-untimed": 1,
    "times-go-back": 1,
    "distance-goes-back": 1,
    "primary-key": 1,
    "foreign-key": 5,
    pattern: 1,
  });
});

it.each(["contacts", "ramq-daily-claims", "gtfs-stop-times"])(
  "each rule of %s speaks English and French in title, message and solution",
  async (id) => {
    const { rules = [] } = parseRuleset(parse(await readFile(join("rulesets", id, "ruleset.yaml"), "utf8")));
    expect(rules.length).toBeGreaterThan(0);
    for (const { title, message, solution, verified } of rules) {
      for (const text of [title, message, solution])
        expect(Object.values(text ?? {}).filter((words) => words !== "")).toHaveLength(2);
      expect(verified).toBe(false);
    }
  },
);

it.each(["ramq-daily-claims", "gtfs-stop-times"])("the tables that come with %s are sound", async (id) => {
  const folder = join("rulesets", id);
  const { references = [] } = parseRuleset(parse(await readFile(join(folder, "ruleset.yaml"), "utf8")));
  expect(references.length).toBeGreaterThan(0);
  const scratchDir = await mkdtemp(join(tmpdir(), "tables-"));
  try {
    for (const reference of references) {
      const path = join(folder, reference.path);
      const { size: bytes } = await stat(path);
      const { rows, faults } = await checkReferenceTable(reference, { path, bytes, scratchDir });
      expect(faults).toEqual([]);
      expect(rows).toBeGreaterThan(0);
    }
  } finally {
    await rm(scratchDir, { recursive: true, force: true });
  }
});
