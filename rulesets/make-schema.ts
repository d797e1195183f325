// Writes the JSON Schema of rulesets, for editors: `npx tsx rulesets/make-schema.ts`.
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { rulesetJsonSchema } from "@/core/schema/ruleset-json-schema";

await writeFile(
  join(import.meta.dirname, "ruleset.schema.json"),
  `${JSON.stringify(rulesetJsonSchema(), null, 2)}\n`,
);
