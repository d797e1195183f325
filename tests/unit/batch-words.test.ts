import { createTranslator } from "next-intl";
import { describe, expect, test } from "vitest";
import en from "@/i18n/messages/en.json";
import fr from "@/i18n/messages/fr.json";
import { batchWords } from "@/ui/batch/batch-words";
import { mergeRuns } from "@/ui/batch/merge-runs";
import { countVerdicts } from "@/ui/batch/run-verdict";
import type { Batch, BatchRun } from "@/ui/wire";

const finished: Batch = {
  batchId: "b",
  ownerId: "local",
  name: null,
  revision: 9,
  state: "finished",
  isCancelled: false,
  expectedFiles: 40,
  files: 40,
  missing: 0,
  progress: 100,
  queued: 0,
  processing: 0,
  clean: 40,
  warnings: 0,
  errors: 0,
  failed: 0,
  cancelled: 0,
  retryable: 0,
  bytesTotal: 1000,
  rows: 40_211,
  errorRows: 0,
  counts: { error: 0, warning: 0, info: 0 },
  kept: 0,
  atStake: null,
  missed: null,
  currency: null,
  rulesetId: "claims",
  rulesetVersion: 1,
  priority: "normal",
  round: 1,
  createdAt: "2026-11-24T17:00:00.000Z",
  openUntil: null,
  startedAt: null,
  finishedAt: null,
};
const open: Partial<Batch> = { state: "open", clean: 0, files: 0, missing: 40, expectedFiles: 40 };

const translators = {
  en: createTranslator({ locale: "en", messages: en, namespace: "batch.verdict" }),
  fr: createTranslator({ locale: "fr", messages: fr, namespace: "batch.verdict" }),
};

function tell(change: Partial<Batch>, lang: "en" | "fr" = "en", now = { workers: 1, uploading: 0 }) {
  const { tone, sentence, details } = batchWords({ ...finished, ...change }, now);
  const t = translators[lang];
  const said = [
    t(sentence.key, sentence.figures),
    ...details.map(({ key, figures }) => t(`detail.${key}`, figures)),
  ];
  // The group separators of French are narrow no-break spaces.
  return [tone, said.join(" ").replace(/[\u00A0\u202F]/g, " ")];
}

const some = {
  clean: 2,
  warnings: 1,
  errors: 37,
  errorRows: 312,
  counts: { error: 1214, warning: 9, info: 0 },
};

describe("the verdict on a batch", () => {
  test.each<[string, Partial<Batch>, string, string]>([
    ["all clean", {}, "clean", "Yes, you can send all 40 files. 40,211 rows checked, without an error."],
    [
      "some with errors",
      some,
      "error",
      "3 of 40 files may be sent as they are; 37 have errors. 1,214 errors in 312 of 40,211 rows.",
    ],
    [
      "one of each",
      { ...some, files: 3, clean: 1, warnings: 0, errors: 1, failed: 1 },
      "error",
      "1 of 3 files may be sent as it is; 1 has errors; 1 was not checked. 1,214 errors in 312 of 40,211 rows.",
    ],
    [
      "none to send",
      { ...some, files: 2, clean: 0, warnings: 0, errors: 2 },
      "error",
      "None of 2 files may be sent as they are; 2 have errors. 1,214 errors in 312 of 40,211 rows.",
    ],
    [
      "one file, with errors",
      { ...some, files: 1, clean: 0, warnings: 0, errors: 1 },
      "error",
      "This file has errors and may not be sent as it is. 1,214 errors in 312 of 40,211 rows.",
    ],
    [
      "warnings alone",
      { clean: 39, warnings: 1, counts: { error: 0, warning: 4, info: 0 } },
      "warning",
      "You can send all 40 files, but look at 4 warnings first. 40,211 rows checked, without an error.",
    ],
    [
      "no ruleset",
      { ...some, rulesetId: null },
      "error",
      "3 of 40 files have a sound structure; 37 have errors. 1,214 errors in 312 of 40,211 rows.",
    ],
    ["nothing checked", { clean: 0, failed: 40 }, "failed", "None of the 40 files could be checked."],
    [
      "some failed",
      { clean: 38, failed: 2 },
      "failed",
      "38 of 40 files may be sent as they are; 2 were not checked.",
    ],
    [
      "sent in part",
      { files: 38, clean: 38, missing: 2 },
      "failed",
      "Sent in part: 2 of 40 files did not come. Of what came: 38 of 38 files may be sent as they are.",
    ],
    ["nothing came", { files: 0, clean: 0, missing: 40 }, "failed", "None of the 40 files came."],
    [
      "cancelled",
      { isCancelled: true, clean: 3, cancelled: 37 },
      "failed",
      "Cancelled: 3 of 40 files were checked. Of what came: 3 of 40 files may be sent as they are; 37 were not checked.",
    ],
    [
      "cancelled at once",
      { isCancelled: true, clean: 0, cancelled: 40 },
      "failed",
      "Cancelled: no file was checked.",
    ],
  ])("says in one sentence of a batch that has ended: %s", (_, change, tone, sentence) => {
    expect(tell(change)).toEqual([tone, sentence]);
  });

  test.each<[string, Partial<Batch>, { workers: number; uploading: number }, string]>([
    [
      "announced",
      open,
      { workers: 1, uploading: 0 },
      "Waiting for 40 files to come 40 files have not come, and this page does not send them. If no other tab does, close the batch: what has come is checked.",
    ],
    ["being sent", open, { workers: 1, uploading: 40 }, "Sending 40 files"],
    [
      "left by its sender",
      { ...open, files: 3, queued: 0, clean: 3, missing: 37 },
      { workers: 1, uploading: 0 },
      "Checking: 3 of 40 files done No file with errors so far. 37 files have not come, and this page does not send them. If no other tab does, close the batch: what has come is checked.",
    ],
    [
      "waiting",
      { state: "running", clean: 0, queued: 40 },
      { workers: 1, uploading: 0 },
      "Waiting: 40 files in line",
    ],
    [
      "without a worker",
      { state: "running", clean: 0, queued: 40 },
      { workers: 0, uploading: 0 },
      "Waiting: no worker is running",
    ],
    [
      "running",
      { state: "running", clean: 3, errors: 1, failed: 1, processing: 2, queued: 33 },
      { workers: 1, uploading: 0 },
      "Checking: 5 of 40 files done 1 file with errors so far, 1 could not be checked.",
    ],
  ])("says of a batch that is %s where it stands", (_, change, now, sentence) => {
    expect(tell(change, "en", now)[1]).toBe(sentence);
  });

  test("speaks French", () => {
    expect(tell(some, "fr")[1]).toBe(
      "3 fichiers sur 40 peuvent être envoyés tels quels ; 37 ont des erreurs. 1 214 erreurs dans 312 des 40 211 lignes.",
    );
    expect(tell({}, "fr")[1]).toBe(
      "Oui, vous pouvez envoyer les 40 fichiers. 40 211 lignes vérifiées, sans erreur.",
    );
    expect(tell({ files: 38, clean: 38, missing: 2 }, "fr")[1]).toBe(
      "Envoi incomplet : 2 fichiers sur 40 ne sont pas arrivés. De ce qui est arrivé : 38 fichiers sur 38 peuvent être envoyés tels quels.",
    );
    expect(tell({ ...some, files: 1, clean: 0, warnings: 0, errors: 1 }, "fr")[1]).toMatch(
      /^Ce fichier a des erreurs et ne peut être envoyé tel quel\./,
    );
  });
});

const runOf = (runId: string, change: Partial<BatchRun> = {}): BatchRun => ({
  runId,
  revision: 1,
  fileId: runId,
  fileName: `${runId}.csv`,
  fileKept: true,
  status: "completed",
  progress: 100,
  attempt: 1,
  bytesTotal: 10,
  rows: 1,
  errorRows: 0,
  counts: { error: 0, warning: 0, info: 0 },
  kept: 0,
  errorCode: null,
  createdAt: "2026-11-24T17:00:00.000Z",
  startedAt: null,
  finishedAt: null,
  ...change,
});
const ids = (runs: BatchRun[]) => runs.map(({ runId, revision }) => `${runId}${revision}`);

describe("the files of a batch", () => {
  test("keep their places while they change, and new ones come last", () => {
    const known = [runOf("a", { revision: 3 }), runOf("b"), runOf("c")];
    const runs = [runOf("d"), runOf("b", { revision: 2 }), runOf("a", { revision: 2 })];
    expect(ids(mergeRuns(known, { runs, isWhole: false, deleted: ["c"] }))).toEqual(["a3", "b2", "d1"]);
    expect(ids(mergeRuns(known, { runs, isWhole: true, deleted: [] }))).toEqual(["d1", "b2", "a2"]);
  });

  test("are counted by what came of them", () => {
    const runs = [
      runOf("a"),
      runOf("b", { counts: { error: 1, warning: 2, info: 0 } }),
      runOf("c", { counts: { error: 0, warning: 2, info: 0 } }),
      runOf("d", { status: "failed" }),
      runOf("e", { status: "processing", counts: { error: 5, warning: 0, info: 0 } }),
      runOf("f", { status: "queued" }),
    ];
    expect(countVerdicts(runs)).toEqual({
      clean: 1,
      errors: 1,
      warnings: 1,
      failed: 1,
      cancelled: 0,
      underway: 2,
    });
  });
});
