import type { MissingValues } from "./field";

/** The texts that stand for no value, labels left aside; the empty text alone when nothing is said. */
export function missingTokens(values: MissingValues | undefined): string[] {
  return (values ?? [""]).map((entry) => (typeof entry === "string" ? entry : entry.value));
}
