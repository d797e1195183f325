import { readdir, readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { parseRuleset } from "@/core/schema/ruleset";
import { saveRuleset } from "@/db/save-ruleset";
import { log } from "@/log";
import { describeError } from "./describe-error";

/** Saves the sample rulesets of `folder` for the local owner; one that was ever saved is not saved again, so a person's later version stays the latest. */
export async function seedRulesets(folder = resolve("rulesets")): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory()) continue;
    try {
      const text = await readFile(join(folder, entry.name, "ruleset.yaml"), "utf8");
      const source = { text, format: "yaml" } as const;
      await saveRuleset({ ownerId: "local", ruleset: parseRuleset(parse(text)), source, unlessKnown: true });
    } catch (error) {
      log.error({ ruleset: entry.name, error: describeError(error) }, "a sample ruleset could not be saved");
    }
  }
}
