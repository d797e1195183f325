import { randomUUID } from "node:crypto";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { mostTablesBytes } from "@/core/references/table-limits";
import type { Ruleset } from "@/core/schema/ruleset";
import { checkRulesetText } from "@/core/schema/ruleset-text";
import { env } from "@/env";
import { AppError } from "@/errors";
import { withScratch } from "@/storage/scratch";
import type { Call } from "./context";
import type { PreviewResult } from "./preview-messages";
import { placeTables } from "./preview-tables";
import { readBody } from "./read-body";
import { runPreview } from "./run-preview";
import { endOfWholeLines } from "./whole-lines";

const mostRulesetBytes = 1_000_000;
const mostFileBytes = 1024 * 1024;
const mostSeconds = 20;
const mostAtOnce = 2;
const keptPerCode = 50;

export interface PreviewRequest {
  /** The ruleset's text in UTF-8, right after it its tables, and then the first bytes of the file. */
  body: ReadableStream<Uint8Array>;
  rulesetBytes: number;
  /** Reference tables that are not saved yet, in the order of the body. */
  tables: { path: string; bytes: number }[];
  /** Size of the whole file. */
  fileBytes: number;
}

export interface RulesetPreview extends PreviewResult {
  /** True when the file goes on after the rows that were tried. */
  isPart: boolean;
  /** Names of the measures of each rule over many rows. */
  measures: Record<string, string[]>;
}

let running = 0;

/**
 * Checks the first rows of a file against a ruleset that is being written. Neither is kept: the bytes lie in a scratch
 * folder until it is over. Throws AppError `invalid-input`, `too-large`, and `unavailable` when two previews run already.
 */
export async function previewRuleset({ ctx, input }: Call<PreviewRequest>): Promise<RulesetPreview> {
  const { body, rulesetBytes, fileBytes } = input;
  const tablesBytes = input.tables.reduce((size, { bytes }) => size + bytes, 0);
  if (rulesetBytes > mostRulesetBytes) throw tooLarge(mostRulesetBytes);
  if (tablesBytes > mostTablesBytes) throw tooLarge(mostTablesBytes);
  if (running >= mostAtOnce)
    throw new AppError("unavailable", "Too many previews run. Try again in a moment.");
  running += 1;
  try {
    const bytes = await readAll(body, rulesetBytes + tablesBytes + mostFileBytes, ctx.signal);
    const { ruleset } = checkRulesetText(bytes.toString("utf8", 0, rulesetBytes));
    if (!ruleset) throw new AppError("invalid-input", "The ruleset is not valid yet.");
    const tables = splitTables(bytes.subarray(rulesetBytes), input.tables);
    const sent = bytes.subarray(rulesetBytes + tablesBytes);
    const isPart = sent.length < fileBytes;
    const rows = isPart ? sent.subarray(0, endOfWholeLines(sent) ?? sent.length) : sent;
    const result = await withScratch(`preview-${randomUUID()}`, async (scratchDir) => {
      const path = join(scratchDir, "file.csv");
      await writeFile(path, rows, { mode: 0o600 });
      const references = await placeTables(ctx, ruleset, tables, scratchDir);
      const file = { path, bytes: rows.length, scratchDir };
      const stagingMemoryMb = env().STAGING_MEMORY_MB;
      return runPreview({ ...file, ruleset, references, keptPerCode, stagingMemoryMb }, signalOf(ctx.signal));
    });
    return { ...result, isPart, measures: measuresOf(ruleset) };
  } catch (error) {
    if (ctx.signal?.aborted) throw new AppError("cancelled", "The caller has left.", { cause: error });
    if (error instanceof Error && error.name === "TimeoutError")
      throw new AppError("unavailable", `The preview took more than ${mostSeconds} s.`, { cause: error });
    throw error;
  } finally {
    running -= 1;
  }
}

function measuresOf({ rules = [] }: Ruleset): Record<string, string[]> {
  const named = rules.flatMap((rule) =>
    "measures" in rule && rule.measures ? [[rule.id, Object.keys(rule.measures)] as const] : [],
  );
  return Object.fromEntries(named);
}

function splitTables(bytes: Uint8Array, parts: PreviewRequest["tables"]): Map<string, Uint8Array> {
  const tables = new Map<string, Uint8Array>();
  let at = 0;
  for (const part of parts) {
    tables.set(part.path, bytes.subarray(at, at + part.bytes));
    at += part.bytes;
  }
  return tables;
}

function signalOf(caller: AbortSignal | undefined): AbortSignal {
  const time = AbortSignal.timeout(mostSeconds * 1000);
  return caller ? AbortSignal.any([caller, time]) : time;
}

async function readAll(
  body: PreviewRequest["body"],
  limit: number,
  signal: AbortSignal | undefined,
): Promise<Buffer> {
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of readBody(body, signal)) {
    size += part.length;
    if (size > limit) throw tooLarge(mostFileBytes);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("too-large", `It is larger than the limit of ${maxBytes} bytes.`, {
    params: { maxBytes },
  });
}
