// Writes synthetic sample files; no person, claim or trip is real. Alone it writes those beside each ruleset; with options one of
// any length: `npx tsx rulesets/make-samples.ts --seed 7 --rows 5000 --out file.csv [--faulty] [--kind ramq-daily-claims]`.
import { join } from "node:path";
import { parseArgs } from "node:util";
import { sampleDay, sampleKinds } from "./generate/sample-kinds";
import { writeSample } from "./generate/write-sample";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    rows: { type: "string", default: "5000" },
    out: { type: "string" },
    faulty: { type: "boolean", default: false },
    kind: { type: "string", default: "ramq-daily-claims" },
    until: { type: "string", default: sampleDay },
  },
});
const seed = Number(values.seed);
const { until } = values;

if (values.out === undefined) {
  for (const [folder, { delimiter, rows, make }] of Object.entries(sampleKinds))
    for (const isFaulty of [false, true]) {
      const name = isFaulty ? "sample-faulty.csv" : "sample-valid.csv";
      await writeSample(
        join(import.meta.dirname, folder, name),
        make({ seed, rows, isFaulty, until }),
        delimiter,
      );
    }
} else {
  const kind = sampleKinds[values.kind];
  if (!kind) throw new RangeError(`--kind must be one of ${Object.keys(sampleKinds).join(", ")}`);
  const rows = Number(values.rows);
  if (!Number.isSafeInteger(rows) || rows < 1 || !Number.isFinite(seed))
    throw new RangeError("--rows and --seed must be whole numbers");
  await writeSample(values.out, kind.make({ seed, rows, isFaulty: values.faulty, until }), kind.delimiter);
}
