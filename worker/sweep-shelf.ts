import { earlierNow } from "@/db/clock";
import { findDeploymentId } from "@/db/find-deployment-id";
import { listNamedFiles } from "@/db/list-named-files";
import { log } from "@/log";
import { storage } from "@/storage/storage";

const hourMs = 3_600_000;
/** A file this young may be between its bytes and its row. */
const settlingMs = hourMs;
/** The slowest upload that is let go on. */
const uploadMs = 24 * hourMs;

/**
 * Removes what processes that died have left on the shelf: uploads that never ended, and files that no row names. Whatever
 * has another name than ours stays, and so do all files of a shelf that another database has marked as its own.
 */
export async function sweepShelf(at?: Date): Promise<{ unfinished: number; nameless: number }> {
  const now = at ?? (await earlierNow());
  const shelf = storage();
  const unfinished = await shelf.dropUnfinished(new Date(now.getTime() - uploadMs));
  const owner = await findDeploymentId();
  if (owner === null || !(await shelf.claim(owner))) {
    log.warn("what no row names stays: the files may be those of another database, see docs/OPERATIONS.md");
    return { unfinished, nameless: 0 };
  }
  const settled = new Date(now.getTime() - settlingMs);
  let nameless = 0;
  for await (const batch of shelf.keys()) {
    const old = batch.filter(({ savedAt }) => savedAt < settled).map(({ key }) => key);
    const named = await listNamedFiles(old);
    for (const key of old) {
      if (named.has(key)) continue;
      await shelf.remove(key);
      nameless += 1;
    }
  }
  if (unfinished + nameless > 0) log.info({ unfinished, nameless }, "what no row names was removed");
  return { unfinished, nameless };
}
