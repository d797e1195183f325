import { countWorkers } from "@/db/count-workers";
import { onGlobal } from "@/on-global";

const freshMs = 500;

/** Number of living worker processes; all streams of this process share one question per half second. */
export function livingWorkers(): Promise<number> {
  const shared = onGlobal("living-workers", () => ({ askedAt: 0, answer: Promise.resolve(0) }));
  if (performance.now() - shared.askedAt > freshMs || shared.askedAt === 0) {
    shared.askedAt = performance.now();
    shared.answer = countWorkers();
    shared.answer.catch(() => {
      shared.askedAt = 0;
    });
  }
  return shared.answer;
}
