import { z } from "zod";

const bytes = z.coerce.number().int().nonnegative();
const Sizes = z.object({ "x-ruleset-bytes": bytes, "x-file-bytes": bytes });

/** How long the ruleset's text is, and how long the whole file. Throws ZodError. */
export function previewSizes(headers: Headers): { rulesetBytes: number; fileBytes: number } {
  const sizes = Sizes.parse({
    "x-ruleset-bytes": headers.get("x-ruleset-bytes") ?? undefined,
    "x-file-bytes": headers.get("x-file-bytes") ?? undefined,
  });
  return { rulesetBytes: sizes["x-ruleset-bytes"], fileBytes: sizes["x-file-bytes"] };
}
