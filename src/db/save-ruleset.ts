import { createHash } from "node:crypto";
import type { Ruleset } from "@/core/schema/ruleset";
import { toJson } from "./json";
import type { RulesetSource } from "./ruleset-view";
import { safeText } from "./safe-text";
import { inTransaction } from "./transaction";

export interface SavedRuleset {
  id: string;
  version: number;
  /** False when it was there already. */
  created: boolean;
}

/** A reference table to be kept with a version; one without content is there already. */
export interface TableToKeep {
  sha256: string;
  content?: { bytes: Uint8Array; rows: number } | undefined;
}

/**
 * Saves a ruleset as the next version. What equals the latest version, in content, tables and the text its author wrote,
 * keeps that version; with `unlessKnown` so does content that any earlier version had.
 */
export async function saveRuleset(input: {
  ownerId: string;
  ruleset: Ruleset;
  source?: RulesetSource | undefined;
  /** By their path in the document. */
  tables?: Record<string, TableToKeep>;
  unlessKnown?: boolean;
}): Promise<SavedRuleset> {
  const { ownerId, tables: kept = {} } = input;
  const { version: _, ...content } = input.ruleset;
  const document = toJson(content);
  const { id, title } = content;
  const tables = Object.fromEntries(Object.entries(kept).map(([path, { sha256 }]) => [path, sha256]));
  const hasTables = Object.keys(tables).length > 0;
  const sha256 = sha256Of(canonical(hasTables ? { document, tables } : document));
  const text = input.source ? safeText(input.source.text) : null;
  const source = { sourceText: text, sourceFormat: input.source?.format ?? null };
  return inTransaction(async (tx) => {
    // Two savers of one id take turns, so that neither meets the other's version number.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${ownerId} ${id}`}, 0))`;
    const latest = await tx.ruleset.findFirst({ where: { ownerId, id }, orderBy: { version: "desc" } });
    if (latest && input.unlessKnown) {
      const known = await tx.ruleset.findFirst({ where: { ownerId, id, sha256 } });
      if (known) return { id, version: latest.version, created: false };
    }
    if (latest?.sha256 === sha256 && isSameText(latest.sourceText, text)) {
      const { version } = latest;
      if (text !== latest.sourceText && text !== null)
        await tx.ruleset.update({ where: { ownerId_id_version: { ownerId, id, version } }, data: source });
      return { id, version, created: false };
    }
    const version = (latest?.version ?? 0) + 1;
    const data = { ownerId, id, version, title: safeText(title), document, tables, sha256, ...source };
    const contents = Object.values(kept).flatMap(({ sha256, content }) =>
      content
        ? [
            {
              ownerId,
              sha256,
              content: new Uint8Array(content.bytes),
              bytes: content.bytes.length,
              rows: content.rows,
            },
          ]
        : [],
    );
    await tx.referenceTable.createMany({ data: contents, skipDuplicates: true });
    await tx.ruleset.create({ data });
    return { id, version, created: true };
  });
}

/** A document that came without a text says nothing about remarks; one that was kept without gets its text. */
function isSameText(kept: string | null, given: string | null): boolean {
  return given === null || kept === null || kept === given;
}

/** JSON with sorted keys: their order in the document says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}

export function sha256Of(content: string | Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
