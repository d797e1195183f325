import { onGlobal } from "@/on-global";

/** Runs `work` after all earlier work of this process with the same key has ended. */
export async function oneAtATime<T>(key: string, work: () => Promise<T>): Promise<T> {
  const tails = onGlobal("one-at-a-time", () => new Map<string, Promise<unknown>>());
  const before = tails.get(key) ?? Promise.resolve();
  const mine = before.then(work, work);
  const settled = mine.catch(() => {});
  tails.set(key, settled);
  try {
    return await mine;
  } finally {
    if (tails.get(key) === settled) tails.delete(key);
  }
}
