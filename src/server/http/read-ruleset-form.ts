import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import { decodeTable } from "@/core/references/decode-table";
import { mostReferenceBytes } from "@/core/references/load-table";
import { mostTablesBytes } from "@/core/references/table-limits";
import { AppError } from "@/errors";
import { readBody } from "@/services/read-body";
import { readText } from "./read-text";

export interface SentRuleset {
  text: string;
  /** Reference tables by file name; none when the body was the document alone. */
  tables: Record<string, string>;
}

/**
 * Reads a ruleset from a request: the body is the document, or a form with the document in `ruleset` and reference tables
 * as files. Throws AppError `invalid-input`, and `too-large` past a limit.
 */
export async function readRulesetForm(request: Request, mostBytes: number): Promise<SentRuleset> {
  const type = request.headers.get("content-type") ?? "";
  if (!type.startsWith("multipart/form-data"))
    return { text: await readText(request, mostBytes), tables: {} };
  if (!request.body) throw new AppError("invalid-input", "The request has no body.");
  const parts = await readParts(readBody(request.body, request.signal), type);
  const document = parts.find(({ field }) => field === "ruleset");
  if (!document) throw new AppError("invalid-input", "The form has no field `ruleset`.");
  if (document.bytes.length > mostBytes) throw tooLarge(mostBytes);
  const tables = Object.fromEntries(
    parts.flatMap(({ field, name, bytes }) => (field === "ruleset" ? [] : [[name, decodeTable(bytes)]])),
  );
  return { text: document.bytes.toString("utf8"), tables };
}

interface Part {
  field: string;
  /** Its file name without folders. */
  name: string;
  bytes: Buffer;
}

async function readParts(source: Readable, type: string): Promise<Part[]> {
  const parts: Part[] = [];
  let size = 0;
  let isTooLarge = false;
  try {
    const parser = new Busboy({
      headers: { "content-type": type },
      isPartAFile: () => true,
      limits: { files: 21, fileSize: mostReferenceBytes + 1, headerPairs: 50 },
    });
    parser.on("file", (field, stream, name) => {
      const pieces: Buffer[] = [];
      // The parser only emits the error: without a listener it would end the process.
      stream.on("error", () => {});
      stream.on("data", (piece: Buffer) => {
        size += piece.length;
        isTooLarge ||= size > mostTablesBytes;
        if (!isTooLarge) pieces.push(piece);
      });
      stream.on("limit", () => {
        isTooLarge = true;
      });
      stream.on("end", () => parts.push({ field, name: name ?? field, bytes: Buffer.concat(pieces) }));
    });
    await pipeline(source, parser);
  } catch (cause) {
    throw new AppError("invalid-input", "The form was cut or is not valid multipart.", { cause });
  }
  if (isTooLarge) throw tooLarge(mostReferenceBytes);
  return parts;
}

function tooLarge(maxBytes: number): AppError {
  return new AppError("too-large", `The body is larger than the limit of ${maxBytes} bytes.`, {
    params: { maxBytes },
  });
}
