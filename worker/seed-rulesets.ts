import { existsSync } from "node:fs";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { checkReferenceTable } from "@/core/references/check-reference-table";
import { decodeTable } from "@/core/references/decode-table";
import { parseRuleset, type Ruleset } from "@/core/schema/ruleset";
import { saveRuleset, sha256Of, type TableToKeep } from "@/db/save-ruleset";
import { log } from "@/log";
import { describeError } from "./describe-error";

const rulesetFile = "ruleset.yaml";

/**
 * Saves the sample rulesets of `folder` with the tables beside them for the local owner; one that was ever saved is not saved
 * again, so a person's later version stays the latest.
 */
export async function seedRulesets(folder = resolve("rulesets")): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  for (const entry of entries) {
    if (!entry.isDirectory() || !existsSync(join(folder, entry.name, rulesetFile))) continue;
    try {
      await seed(join(folder, entry.name));
    } catch (error) {
      log.error({ ruleset: entry.name, error: describeError(error) }, "a sample ruleset could not be saved");
    }
  }
}

async function seed(folder: string): Promise<void> {
  const text = await readFile(join(folder, rulesetFile), "utf8");
  const ruleset = parseRuleset(parse(text));
  const tables = await readTables(folder, ruleset);
  if (!tables) return;
  const source = { text, format: "yaml" } as const;
  await saveRuleset({ ownerId: "local", ruleset, source, tables, unlessKnown: true });
}

/** Null when a table is faulty; the log says which and where. */
async function readTables(
  folder: string,
  { id, references = [] }: Ruleset,
): Promise<Record<string, TableToKeep> | null> {
  const tables: Record<string, TableToKeep> = {};
  const scratchDir = await mkdtemp(join(tmpdir(), "facnet-seed-"));
  try {
    for (const reference of references) {
      const path = join(folder, reference.path);
      const bytes = await readFile(path);
      const { rows, faults } = await checkReferenceTable(reference, {
        path,
        bytes: bytes.length,
        scratchDir,
      });
      if (faults.length > 0) {
        log.error({ ruleset: id, faults }, "a sample ruleset's table is faulty");
        return null;
      }
      const content = Buffer.from(decodeTable(bytes));
      tables[reference.path] = { sha256: sha256Of(content), content: { bytes: content, rows } };
    }
    return tables;
  } finally {
    await rm(scratchDir, { recursive: true, force: true });
  }
}
