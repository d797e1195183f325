import { afterAll } from "vitest";
import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { type ChaosOptions, runChaos } from "../chaos/chaos";

afterAll(async () => {
  await runEvents().close();
  await producer().close();
});

/** A short chaos; gives what is wrong after it. Throws when it did too little to mean anything. */
export async function shortChaos(options: Pick<ChaosOptions, "restartRedis" | "seed">): Promise<string[]> {
  const { faults, complaints } = await runChaos({
    ...options,
    files: 6,
    workers: 2,
    seconds: 15,
    stillMs: 2_000,
    rows: { from: 5_000, to: 60_000 },
    say: () => {},
  });
  if (faults < 4) throw new Error(`only ${faults} faults were done`);
  return complaints;
}
