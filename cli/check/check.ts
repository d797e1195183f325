import { basename } from "node:path";
import type { Finding } from "@/core/findings/finding";
import type { DialectOverrides } from "@/core/pipeline/read-dialect";
import { type ValidationSummary, validateFile } from "@/core/validate-file";
import { createBars } from "../bars";
import type { Lang } from "../settings";
import type { ExitCode } from "../verdict";
import { localRuleset } from "./local-ruleset";
import { printCheck } from "./print-check";
import { withFile } from "./with-file";

export const checkFormats = ["table", "json", "ndjson", "sarif", "github"] as const;
export type CheckFormat = (typeof checkFormats)[number];

export interface CheckOptions {
  schema?: string | undefined;
  ruleset?: string | undefined;
  read: DialectOverrides;
  format: CheckFormat;
  maxFindings: number;
  lang: Lang;
}

/** One file and what was found in it. */
export interface Checked {
  /** As the person gave it. */
  path: string;
  bytes: number;
  summary: ValidationSummary;
  findings: Finding[];
}

export const stagingMemoryMb = 256;

/** Checks a file in this process and prints what is wrong. Resolves to the exit code. */
export async function check(path: string, options: CheckOptions): Promise<ExitCode> {
  const ruleset = await localRuleset(options);
  const bars = createBars(options, { quiet: false });
  const checked = await withFile(path, async (file): Promise<Checked> => {
    const bar = bars.add(basename(path));
    const findings: Finding[] = [];
    try {
      const summary = await validateFile({
        ...file,
        ruleset,
        overrides: options.read,
        keptPerCode: options.maxFindings,
        stagingMemoryMb,
        onProgress: bar.checked,
        onFindings: (batch) => void findings.push(...batch.map(({ finding }) => finding)),
      });
      // The keys are checked last, but a person reads by row.
      findings.sort((a, b) => (a.row ?? 0) - (b.row ?? 0) || (a.column ?? 0) - (b.column ?? 0));
      return { path, bytes: file.bytes, summary, findings };
    } finally {
      bar.done();
      bars.stop();
    }
  });
  await printCheck(checked, options);
  return checked.summary.counts.error > 0 ? 1 : 0;
}
