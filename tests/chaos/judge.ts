import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { listRunsOfFile } from "@/db/list-runs-of-file";
import { env } from "@/env";
import { storage } from "@/storage/storage";
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
  /** The runs that a complaint is about. */
  harmed: Set<string>;
}

export interface Seen {
  /** Runs that had more than one end. */
  endedTwice: ReadonlySet<string>;
  /** What those who watched have to complain of. */
  watched: { runId: string; what: string }[];
}

/** Compares what came of each file with an undisturbed validation, and looks for what was left behind. */
export async function judge(files: Submitted[], { endedTwice, watched }: Seen): Promise<Judgement> {
  const judgement: Judgement = { lost: 0, doubled: 0, different: 0, complaints: [], harmed: new Set() };
  const complain = (kind: "lost" | "doubled" | "different", what: string, runId?: string) => {
    judgement[kind] += 1;
    judgement.complaints.push(`${kind}: ${what}`);
    if (runId) judgement.harmed.add(runId);
  };
  for (const { name, fileId, expected } of files) {
    const runs = await listRunsOfFile({ ownerId, fileId });
    const [run] = runs;
    if (run?.status !== "completed") {
      complain("lost", `${name} has not been completed (${run?.status ?? "no run"})`, run?.runId);
      continue;
    }
    const found = await signatureOfRun(ownerId, run.runId);
    const isDoubled = new Set(found.findings).size < found.findings.length;
    if (runs.length > 1) complain("doubled", `${name} has ${runs.length} runs`, run.runId);
    else if (endedTwice.has(run.runId)) complain("doubled", `${name} has ended more than once`, run.runId);
    else if (isDoubled) complain("doubled", `${name} has findings twice`, run.runId);
    else if (JSON.stringify(found) !== JSON.stringify(expected))
      complain("different", `${name} has other findings than an undisturbed run`, run.runId);
  }
  for (const { runId, what } of watched) complain("lost", `a watcher of ${runId} ${what}`, runId);
  await sweepFiles();
  await storage().dropUnfinished(new Date());
  for (const folder of ["scratch", "files"])
    for (const left of await readdir(join(env().DATA_DIR, folder)).catch(() => []))
      complain("lost", `${folder}/${left} was left behind`);
  return judgement;
}
