import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import { pipeline } from "node:stream/promises";
import { byPlace } from "@/core/findings/by-place";
import { type ReportedFinding, reportedFinding } from "@/core/report/reported-finding";
import { type KeptFinding, type ValidationSummary, validateFile } from "@/core/validate-file";
import { createBars } from "../bars";
import type { ExitCode } from "../verdict";
import { localRuleset } from "./local-ruleset";
import { printCheck } from "./print-check";
import { type LocalFile, withFile } from "./with-file";
import { mustBeApart, type RowsOptions, writeRows } from "./write-rows";

export const checkFormats = ["table", "json", "ndjson", "frictionless", "sarif", "github"] as const;
export type CheckFormat = (typeof checkFormats)[number];

export interface CheckOptions extends RowsOptions {
  schema?: string | undefined;
  ruleset?: string | undefined;
  format: CheckFormat;
  maxFindings: number;
}

/** One file and what was found in it. */
export interface Checked {
  /** As the person gave it. */
  path: string;
  bytes: number;
  summary: ValidationSummary;
  findings: ReportedFinding[];
  /** The same, each with the cells of its row. */
  kept: KeptFinding[];
  /** Of the money that findings put at stake. */
  currency: string | null;
  /** Only for a report that names it. */
  sha256?: string | undefined;
  seconds: number;
}

export const stagingMemoryMb = 256;

/** Checks a file in this process and prints what is wrong. Resolves to the exit code. */
export async function check(path: string, options: CheckOptions): Promise<ExitCode> {
  const ruleset = await localRuleset(options);
  await mustBeApart(path, options);
  const bars = createBars(options, { quiet: false });
  const checked = await withFile(path, async (file): Promise<Checked> => {
    const bar = bars.add(basename(path));
    const kept: KeptFinding[] = [];
    const start = performance.now();
    const summary = await validateFile({
      ...file,
      ruleset,
      overrides: options.read,
      keptPerCode: options.maxFindings,
      stagingMemoryMb,
      onProgress: bar.checked,
      onFindings: (batch) => void kept.push(...batch),
    }).finally(() => {
      bar.done();
      bars.stop();
    });
    const seconds = Math.round(performance.now() - start) / 1000;
    kept.sort((a, b) => byPlace(a.finding, b.finding));
    await writeRows(file, { ruleset, summary, kept }, options);
    return {
      path,
      bytes: file.bytes,
      summary,
      findings: kept.map(reportedFinding),
      kept,
      currency: ruleset?.currency ?? null,
      sha256: options.format === "frictionless" ? await sha256Of(file) : undefined,
      seconds,
    };
  });
  await printCheck(checked, options);
  return checked.summary.counts.error > 0 ? 1 : 0;
}

async function sha256Of({ path, signal }: LocalFile): Promise<string> {
  const hash = createHash("sha256");
  await pipeline(createReadStream(path), hash, { signal });
  return hash.digest("hex");
}
