import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Finding } from "@/core/findings/finding";
import { type FindingTotal, validateFile } from "@/core/validate-file";
import { listFindings } from "@/db/list-findings";
import { listTotals } from "@/db/list-totals";
import { env } from "@/env";
import { chaosRuleset } from "./chaos-file";

/** All that a validation found, as text, so that two can be compared: each kept finding, and the exact totals. */
export interface Signature {
  findings: string[];
  totals: string[];
}

/** Of an undisturbed validation. */
export async function signatureOfText(text: string): Promise<Signature> {
  const folder = await mkdtemp(join(tmpdir(), "facnet-chaos-alone-"));
  const path = join(folder, "file.csv");
  const findings: Finding[] = [];
  try {
    await writeFile(path, text);
    const { totals } = await validateFile({
      path,
      bytes: Buffer.byteLength(text),
      ruleset: chaosRuleset,
      scratchDir: folder,
      keptPerCode: env().MAX_KEPT_FINDINGS_PER_CODE,
      stagingMemoryMb: env().STAGING_MEMORY_MB,
      onProgress: () => {},
      onFindings: (batch) => {
        findings.push(...batch.map(({ finding }) => finding));
      },
    });
    return signature(findings, totals);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Of what a run has stored. */
export async function signatureOfRun(ownerId: string, runId: string): Promise<Signature> {
  const findings: Finding[] = [];
  let cursor: string | undefined;
  do {
    const page = await listFindings({ ownerId, runId, limit: 500, cursor });
    findings.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor);
  return signature(findings, await listTotals({ ownerId, runId }));
}

function signature(findings: Finding[], totals: Omit<FindingTotal, "impact">[]): Signature {
  const tell = ({ code, severity, row, line, byte, column, field, params }: Finding) =>
    JSON.stringify([code, severity, row, line, byte, column, field, Object.entries(params).sort()]);
  const count = ({ code, severity, column, count: n }: Omit<FindingTotal, "impact">) =>
    JSON.stringify([code, severity, column, n]);
  return { findings: findings.map(tell).sort(), totals: totals.map(count).sort() };
}
