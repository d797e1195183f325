import { JsonSchema } from "./schema-at";

/** The JSON Schema of rulesets that the service publishes; null when it cannot be had, and then nothing is completed. */
export async function loadSchema(): Promise<JsonSchema | null> {
  const answer = await fetch("/api/rulesets/schema.json").catch(() => null);
  if (!answer?.ok) return null;
  return JsonSchema.safeParse(await answer.json()).data ?? null;
}
