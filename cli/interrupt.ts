import type { Lang } from "./settings";
import { textsOf } from "./texts";

export type Interrupt = ReturnType<typeof createInterrupt>;

const patienceMs = 1_500;

/** Ctrl-C: an upload stops, a run goes on and its id is printed; the command ends with 130. */
export function createInterrupt(lang: Lang) {
  const open = new Set<string>();
  const stops: (() => unknown)[] = [];
  const texts = textsOf(lang);

  process.once("SIGINT", () => {
    const ends = stops.map((stop) => stop());
    for (const work of open) console.error(work === "upload" ? texts.uploadStopped : texts.detached(work));
    // What the service should still hear of goes out, but nobody waits long who has pressed Ctrl-C.
    setTimeout(() => process.exit(130), patienceMs);
    void Promise.allSettled(ends).then(() => process.exit(130));
  });

  return {
    onStop: (stop: () => unknown) => void stops.push(stop),
    /** Marks what is in work: an upload, or the run of that id. */
    async during<T>(work: string, act: () => Promise<T>): Promise<T> {
      open.add(work);
      try {
        return await act();
      } finally {
        open.delete(work);
      }
    },
  };
}
