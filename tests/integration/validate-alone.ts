import { mkdtemp, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Finding } from "../../src/core/findings/finding";
import { validateFile } from "../../src/core/validate-file";

export interface AloneReport {
  findings: Finding[];
  rows: number;
  refused: number;
  records: number;
  /** The highest the process's resident memory has been, in MB. */
  peakMb: number;
}

// Run as a process of its own, so that its peak of memory is that of one validation: validate-alone.ts <path> [delimiter]
const [path = "", delimiter] = process.argv.slice(2);
const findings: Finding[] = [];
const { rows, report } = await validateFile({
  path,
  bytes: (await stat(path)).size,
  ruleset: null,
  overrides: delimiter === undefined ? {} : { delimiter },
  scratchDir: await mkdtemp(join(dirname(path), "scratch-")),
  keptPerCode: 100,
  stagingMemoryMb: 64,
  onProgress: () => {},
  onFindings: (batch) => {
    findings.push(...batch.map(({ finding }) => finding));
  },
});
const peakMb = process.resourceUsage().maxRSS / 1024;
const answer: AloneReport = {
  findings,
  rows,
  refused: report.rowsRefused,
  records: report.records,
  peakMb,
};
process.stdout.write(JSON.stringify(answer));
