import { log } from "@/log";

/** Tells one thing to many listeners; one that throws does not keep the others from hearing. */
export function createFanOut<T>() {
  const listeners = new Set<(value: T) => void>();
  return {
    /** The same function added twice hears twice. */
    add(listener: (value: T) => void): () => void {
      const mine = (value: T) => listener(value);
      listeners.add(mine);
      return () => {
        listeners.delete(mine);
      };
    },
    tell(value: T): void {
      for (const listener of listeners) {
        try {
          listener(value);
        } catch (err) {
          log.error({ err }, "a listener of run events failed");
        }
      }
    },
  };
}
