import { expect, test } from "vitest";
import { batchProgressOf, batchVerdictOf, exitCodeOfBatch } from "../../cli/batch-verdict";

const clean = {
  name: null,
  files: 5,
  clean: 4,
  warnings: 1,
  errors: 0,
  failed: 0,
  cancelled: 0,
  missing: 0,
  counts: { error: 0, warning: 3, info: 0 },
};
const mixed = {
  ...clean,
  clean: 1,
  warnings: 0,
  errors: 2,
  failed: 1,
  cancelled: 1,
  counts: { error: 1234, warning: 0, info: 0 },
};

test.each([
  [clean, 0, "batch: 5 of 5 files valid.", "lot : fichiers valides : 5 sur 5."],
  [
    { ...clean, clean: 3, errors: 1, counts: { error: 1, warning: 3, info: 0 } },
    1,
    "batch: 4 of 5 files valid, 1 not valid (1 error).",
    "lot : fichiers valides : 4 sur 5, non valides : 1 (1 erreur).",
  ],
  [
    { ...mixed, missing: 3 },
    2,
    "batch: 1 of 5 files valid, 2 not valid (1,234 errors), 1 could not be checked, 1 cancelled, 3 did not come.",
    "lot : fichiers valides : 1 sur 5, non valides : 2 (1 234 erreurs), non vérifiés : 1, annulés : 1, non arrivés : 3.",
  ],
])("the terminal tells a batch's verdict in a sentence and an exit code", (batch, code, en, fr) => {
  expect(exitCodeOfBatch(batch)).toBe(code);
  expect(batchVerdictOf(batch, "en")).toBe(en);
  expect(batchVerdictOf(batch, "fr").replace(/[\u00A0\u202F]/g, " ")).toBe(fr);
});

test("its bar counts the files that are done among all that were announced", () => {
  const open = { state: "open" as const, files: 3, expectedFiles: 40, queued: 1, processing: 1 };
  expect(batchProgressOf(open, "en")).toBe("1 of 40 files");
  expect(batchProgressOf({ ...open, state: "running" }, "fr")).toBe("1 sur 3 fichiers");
});
