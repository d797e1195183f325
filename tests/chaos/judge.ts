import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { listRunsOfFile } from "@/db/list-runs-of-file";
import { env } from "@/env";
import { sweepFiles } from "../../worker/sweep-files";
import { ownerId } from "./people";
import { type Signature, signatureOfRun } from "./signature";

export interface Submitted {
  name: string;
  fileId: string;
  expected: Signature;
}

export interface Judgement {
  lost: number;
  doubled: number;
  different: number;
  /** What is wrong, one line each. */
  complaints: string[];
}

/** Compares what came of each file with an undisturbed validation, and looks for what was left behind. */
export async function judge(files: Submitted[], endedTwice: ReadonlySet<string>): Promise<Judgement> {
  const judgement: Judgement = { lost: 0, doubled: 0, different: 0, complaints: [] };
  const complain = (kind: "lost" | "doubled" | "different", what: string) => {
    judgement[kind] += 1;
    judgement.complaints.push(`${kind}: ${what}`);
  };
  for (const { name, fileId, expected } of files) {
    const runs = await listRunsOfFile({ ownerId, fileId });
    const [run] = runs;
    if (run?.status !== "completed") {
      complain("lost", `${name} has not been completed (${run?.status ?? "no run"})`);
      continue;
    }
    const found = await signatureOfRun(ownerId, run.runId);
    const isDoubled = new Set(found.findings).size < found.findings.length;
    if (runs.length > 1) complain("doubled", `${name} has ${runs.length} runs`);
    else if (endedTwice.has(run.runId)) complain("doubled", `${name} has ended more than once`);
    else if (isDoubled) complain("doubled", `${name} has findings twice`);
    else if (JSON.stringify(found) !== JSON.stringify(expected))
      complain("different", `${name} has other findings than an undisturbed run`);
  }
  await sweepFiles();
  for (const folder of ["scratch", "files"])
    for (const left of await readdir(join(env().DATA_DIR, folder)).catch(() => []))
      complain("lost", `${folder}/${left} was left behind`);
  return judgement;
}
