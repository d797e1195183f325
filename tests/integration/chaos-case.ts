import { runEvents } from "@/queue/events";
import { producer } from "@/queue/producer";
import { runChaos } from "../chaos/chaos";
import { startServers } from "../chaos/servers";

/** A short chaos on servers of its own; gives what is wrong after it. Throws when it did too little to mean anything. */
export async function shortChaos(queue: "redis" | "postgres", seed: number): Promise<string[]> {
  const servers = await startServers(queue);
  try {
    const { faults, complaints } = await runChaos({
      servers,
      seed,
      files: 6,
      workers: 2,
      seconds: 15,
      stillMs: 2_000,
      rows: { from: 5_000, to: 60_000 },
      say: () => {},
    });
    if (faults < 4) throw new Error(`only ${faults} faults were done`);
    return complaints;
  } finally {
    await runEvents().close();
    await producer().close();
    await servers.stop();
  }
}
