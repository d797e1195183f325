import { setTimeout as pause } from "node:timers/promises";
import { db } from "@/db/client";
import { saveRuleset } from "@/db/save-ruleset";
import { isFinal } from "@/snapshot";
import { makeRandom } from "../../rulesets/generate/random";
import { sweepRuns } from "../../worker/sweep-runs";
import { chaosFile, chaosRuleset } from "./chaos-file";
import { doFault, type Servers, type Surroundings } from "./faults";
import { insist } from "./insist";
import { type Judgement, judge, type Submitted } from "./judge";
import { ownerId, type People, retry, submit } from "./people";
import { signatureOfText } from "./signature";
import { createTally } from "./tally";
import { type Ends, watchEnds } from "./watch-ends";
import { openWatchers, type Watchers } from "./watchers";
import { takeWebSeat } from "./web-seat";
import { startWorkers } from "./worker-pool";

export interface ChaosOptions extends Pick<Surroundings, "stillMs"> {
  servers: Servers;
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
const settledMs = 61_000;
const lookEveryMs = 500;

export type ChaosResult = Judgement & { faults: number; tally: string[] };

/** Validates files under random faults, waits until all have ended, and judges what came of them. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { say } = options;
  const content = makeRandom(options.seed);
  await saveRuleset({ ownerId, ruleset: chaosRuleset });
  const texts = Array.from({ length: options.files }, () => chaosFile(content, options.rows));
  const expected = [];
  for (const text of texts) expected.push(await signatureOfText(text));

  const web = await takeWebSeat();
  const workers = startWorkers(options.workers);
  const watchers = openWatchers(web.url);
  try {
    for (let seat = 0; seat < workers.count; seat += 1) await workers.ready(seat);
    const tally = createTally();
    const ends = watchEnds(tally.look);
    const people = { retries: (runId: string) => ends.allowRetry(runId), waits: watchers.watch };
    const submitting = submitAll(texts, expected, people);
    const random = makeRandom(options.seed + 1);
    const faultsUntil = Date.now() + options.seconds * 1000;
    while (Date.now() < faultsUntil) {
      say(await doFault({ ...options, random, workers, web, watchers }, tally));
      await pause(random.whole(0, mostPauseMs));
    }
    const files = await submitting;
    await settle({ ends, watchers, say });
    await workers.close();
    const twice = await ends.close();
    const judgement = await judge(files, { endedTwice: twice, watched: await watchers.close() });
    return { ...judgement, faults: tally.count(), tally: tally.lines(judgement.harmed) };
  } finally {
    await watchers.close();
    await workers.abandon();
    await web.close();
  }
}

async function submitAll(
  texts: string[],
  expected: Submitted["expected"][],
  people: People,
): Promise<Submitted[]> {
  const files: Submitted[] = [];
  for (const [at, text] of texts.entries()) {
    const name = `chaos-${at + 1}.csv`;
    const signature = expected[at];
    if (!signature) continue;
    files.push({ name, expected: signature, fileId: await submit(name, text, people) });
  }
  return files;
}

interface Settling {
  ends: Ends;
  watchers: Watchers;
  say(line: string): void;
}

/** Waits for the end of every run. A run that was given up is retried, as a person would; the reconciler does its round. */
async function settle({ ends, watchers, say }: Settling): Promise<void> {
  const deadline = Date.now() + settleMs;
  for (;;) {
    const runs = await insist(() => db().validationRun.findMany({ select: { id: true, status: true } }));
    for (const { id, status } of runs) {
      if (status !== "failed") continue;
      ends.allowRetry(id);
      if (!(await retry(id))) continue;
      watchers.watch(id);
      say(`run ${id} was given up after its last attempt, and is retried by hand`);
    }
    const allEnded = runs.every(({ status }) => isFinal(status) && status !== "failed");
    if (allEnded && watchers.areDone()) return;
    if (Date.now() > deadline) return;
    // Nobody enqueues any more, so that no run is between its row and its job.
    const putBack = await insist(() => sweepRuns(new Date(Date.now() + settledMs)));
    if (putBack > 0) say(`the reconciler put back ${putBack}`);
    await pause(lookEveryMs);
  }
}

/** The tally in one line. */
export function tallyLine(
  runs: number,
  { faults, lost, doubled, different }: Pick<ChaosResult, "faults" | "lost" | "doubled" | "different">,
): string {
  return `chaos: ${runs} runs, ${faults} faults, ${lost} lost, ${doubled} doubled, ${different} different`;
}
