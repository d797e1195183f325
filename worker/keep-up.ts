import { databaseIn } from "@/db/clock";
import { makeWorker } from "@/queue/backend";
import { upkeepQueue } from "@/queue/upkeep";
import { sendOff } from "@/webhooks/send-off";
import { applyRetention } from "./apply-retention";
import { expireBatches } from "./expire-batches";
import { sweepFiles } from "./sweep-files";
import { sweepShelf } from "./sweep-shelf";

/** A delivery made this lately may be between its row and its job. */
const settlingMs = 30_000;

/** Starts doing what the schedules ask for: one worker at a time, whichever is free. */
export async function keepUp(): Promise<{ close(): Promise<void> }> {
  const worker = makeWorker(
    ({ name }) => doUpkeep(name),
    { concurrency: 1, lockDuration: 60_000 },
    upkeepQueue,
  );
  await worker.waitUntilReady();
  return { close: () => worker.close() };
}

async function doUpkeep(name: string): Promise<void> {
  if (name === "batches") await expireBatches();
  if (name === "deliveries") await sendOff({ before: await databaseIn(-settlingMs) });
  if (name === "files") await sweepFiles();
  if (name === "retention") {
    await applyRetention();
    await sweepShelf();
  }
}
