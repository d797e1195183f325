import type { Lang } from "./settings";
import { textsOf } from "./texts";

export type Interrupt = ReturnType<typeof createInterrupt>;

/** Ctrl-C: an upload stops, a run goes on and its id is printed; the command ends with 130. */
export function createInterrupt(lang: Lang) {
  const open = new Set<string>();
  const stops: (() => void)[] = [];
  const texts = textsOf(lang);

  process.once("SIGINT", () => {
    for (const stop of stops) stop();
    for (const work of open) console.error(work === "upload" ? texts.uploadStopped : texts.detached(work));
    process.exit(130);
  });

  return {
    onStop: (stop: () => void) => void stops.push(stop),
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
