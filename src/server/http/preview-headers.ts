import { z } from "zod";

const bytes = z.coerce.number().int().nonnegative();
/** As in `codes.csv=120,prices.csv=98`. */
const Tables = z
  .string()
  .max(6000)
  .regex(/^([^=,]+=\d{1,9}(,|$))*$/)
  .default("")
  .transform((list) => list.split(",").filter((item) => item !== ""))
  .pipe(z.array(z.string().transform(toSize)).max(20));
const Sizes = z.object({ "x-ruleset-bytes": bytes, "x-file-bytes": bytes, "x-tables": Tables });

/** How long the ruleset's text is, each table that comes with it, and the whole file. Throws ZodError. */
export function previewSizes(headers: Headers) {
  const sizes = Sizes.parse({
    "x-ruleset-bytes": headers.get("x-ruleset-bytes") ?? undefined,
    "x-file-bytes": headers.get("x-file-bytes") ?? undefined,
    "x-tables": headers.get("x-tables") ?? undefined,
  });
  return {
    rulesetBytes: sizes["x-ruleset-bytes"],
    fileBytes: sizes["x-file-bytes"],
    tables: sizes["x-tables"],
  };
}

function toSize(item: string): { path: string; bytes: number } {
  const [path = "", size] = item.split("=");
  return { path, bytes: Number(size) };
}
