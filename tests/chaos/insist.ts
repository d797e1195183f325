import { setTimeout as pause } from "node:timers/promises";

const everyMs = 250;

/** Asks again, as a client does, while the servers are away. Throws the last error after `mostMs`. */
export async function insist<T>(work: () => Promise<T>, mostMs = 60_000): Promise<T> {
  const deadline = Date.now() + mostMs;
  for (;;) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await pause(everyMs);
    }
  }
}
