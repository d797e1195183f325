import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/db/client";
import { saveRuleset } from "@/db/save-ruleset";
import { isFinal } from "@/snapshot";
import { makeRandom } from "../../rulesets/generate/random";
import { sweepRuns } from "../../worker/sweep-runs";
import { chaosFile, chaosRuleset } from "./chaos-file";
import { doFault, type Surroundings } from "./faults";
import { insist } from "./insist";
import { type Judgement, judge, type Submitted } from "./judge";
import { ownerId, retry, submit } from "./people";
import { signatureOfText } from "./signature";
import { type Ends, watchEnds } from "./watch-ends";
import { startWorkers } from "./worker-pool";

export interface ChaosOptions extends Pick<Surroundings, "restartRedis" | "stillMs"> {
  files: number;
  workers: number;
  /** How long faults are done. */
  seconds: number;
  seed: number;
  rows: { from: number; to: number };
  /** Told each fault as it is done. */
  say: (line: string) => void;
}

const mostPauseMs = 1_500;
const settleMs = 240_000;
const lookEveryMs = 500;

/** Validates files under random faults, waits until all have ended, and judges what came of them. */
export async function runChaos(options: ChaosOptions): Promise<Judgement & { faults: number }> {
  const { say } = options;
  const content = makeRandom(options.seed);
  await saveRuleset({ ownerId, ruleset: chaosRuleset });
  const texts = Array.from({ length: options.files }, () => chaosFile(content, options.rows));
  const expected = [];
  for (const text of texts) expected.push(await signatureOfText(text));

  const workers = startWorkers(options.workers);
  try {
    for (let seat = 0; seat < workers.count; seat += 1) await workers.ready(seat);
    const ends = watchEnds();
    const submitting = submitAll(texts, expected, ends);
    const random = makeRandom(options.seed + 1);
    const faultsUntil = Date.now() + options.seconds * 1000;
    let faults = 0;
    while (Date.now() < faultsUntil) {
      say(await doFault({ ...options, random, workers }));
      faults += 1;
      await pause(random.whole(0, mostPauseMs));
    }
    const files = await submitting;
    await settle(ends, say);
    await workers.close();
    return { ...(await judge(files, await ends.close())), faults };
  } finally {
    await workers.abandon();
  }
}

async function submitAll(
  texts: string[],
  expected: Submitted["expected"][],
  ends: Ends,
): Promise<Submitted[]> {
  const files: Submitted[] = [];
  for (const [at, text] of texts.entries()) {
    const name = `chaos-${at + 1}.csv`;
    const signature = expected[at];
    if (!signature) continue;
    files.push({ name, expected: signature, fileId: await submit(name, text, ends.allowRetry) });
  }
  return files;
}

/** Waits for the end of every run. A run that was given up is retried, as a person would; the reconciler does its round. */
async function settle(ends: Ends, say: (line: string) => void): Promise<void> {
  const deadline = Date.now() + settleMs;
  for (;;) {
    const runs = await insist(() => db().validationRun.findMany({ select: { id: true, status: true } }));
    for (const { id, status } of runs) {
      if (status !== "failed") continue;
      ends.allowRetry(id);
      if (await retry(id)) say(`run ${id} was given up after its last attempt, and is retried by hand`);
    }
    if (runs.every(({ status }) => isFinal(status) && status !== "failed")) return;
    if (Date.now() > deadline) return;
    const putBack = await insist(() => sweepRuns());
    if (putBack > 0) say(`the reconciler put back ${putBack}`);
    await pause(lookEveryMs);
  }
}

/** The tally in one line. */
export function tallyLine(
  runs: number,
  { faults, lost, doubled, different }: Judgement & { faults: number },
): string {
  return `chaos: ${runs} runs, ${faults} faults, ${lost} lost, ${doubled} doubled, ${different} different`;
}
