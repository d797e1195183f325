import { createHash } from "node:crypto";
import type { Ruleset } from "@/core/schema/ruleset";
import { toJson } from "./json";
import { safeText } from "./safe-text";
import { inTransaction } from "./transaction";

/** Saves a ruleset as the next version; content equal to the latest version's keeps that version. */
export async function saveRuleset(input: {
  ownerId: string;
  ruleset: Ruleset;
}): Promise<{ id: string; version: number }> {
  const { ownerId } = input;
  const { version: _, ...content } = input.ruleset;
  const document = toJson(content);
  const { id, title } = content;
  const sha256 = createHash("sha256").update(canonical(document)).digest("hex");
  return inTransaction(async (tx) => {
    // Two savers of one id take turns, so that neither meets the other's version number.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`${ownerId} ${id}`}, 0))`;
    const latest = await tx.ruleset.findFirst({ where: { ownerId, id }, orderBy: { version: "desc" } });
    if (latest?.sha256 === sha256) return { id, version: latest.version };
    const version = (latest?.version ?? 0) + 1;
    await tx.ruleset.create({ data: { ownerId, id, version, title: safeText(title), document, sha256 } });
    return { id, version };
  });
}

/** JSON with sorted keys: their order in the document says nothing. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)));
  });
}
