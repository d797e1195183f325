import { promisify } from "node:util";
import { deflateRaw, inflateRaw } from "node:zlib";
import type { RowsOfCode } from "@/core/validate-file";
import { db } from "./client";
import type { Prisma } from "./generated/client";
import { safeText } from "./safe-text";
import { Severity } from "./severity";

const deflate = promisify(deflateRaw);
const inflate = promisify(inflateRaw);

type StoredRowSet = Prisma.ValidationRowSetCreateManyInput;

/** Deflates the rows of each code for the store; done before the transaction that writes them. */
export function packRowSets(runId: string, rowsOfCodes: readonly RowsOfCode[]): Promise<StoredRowSet[]> {
  return Promise.all(
    rowsOfCodes.map(async ({ code, severity, rows }) => ({
      runId,
      code: safeText(code),
      severity,
      rows: new Uint8Array(await deflate(littleEndian(rows))),
    })),
  );
}

/** Every row on which a code has a finding; none for a run of before this was kept. */
export async function listRowSets(input: { ownerId: string; runId: string }): Promise<RowsOfCode[]> {
  const stored = await db().validationRowSet.findMany({
    where: { runId: input.runId, run: { ownerId: input.ownerId } },
    orderBy: { code: "asc" },
  });
  return Promise.all(
    stored.map(async ({ code, severity, rows }) => ({
      code,
      severity: Severity.parse(severity),
      rows: toWords(await inflate(rows)),
    })),
  );
}

function littleEndian(words: Uint32Array): Buffer {
  const bytes = Buffer.alloc(words.length * 4);
  words.forEach((word, at) => {
    bytes.writeUInt32LE(word, at * 4);
  });
  return bytes;
}

function toWords(bytes: Buffer): Uint32Array {
  return Uint32Array.from({ length: bytes.length / 4 }, (_, at) => bytes.readUInt32LE(at * 4));
}
