import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False on the server and in the first browser render, so that both give the same HTML. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
