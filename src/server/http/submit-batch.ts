import { z } from "zod";
import { env } from "@/env";
import { AppError } from "@/errors";
import { CreateBatchInput } from "@/services/batch-inputs";
import type { Context } from "@/services/context";
import { createBatch } from "@/services/create-batch";
import { submitBatch, submitToBatch, type TakeFile } from "@/services/submit-batch";
import { batchIdOf, type IdRoute } from "./id-route";
import { json } from "./json";
import { readManyFiles } from "./read-many-files";
import { readText } from "./read-text";
import { SubmitFields, toEnqueueOptions } from "./submit-fields";
import { announcedBytes, announcedName } from "./upload-headers";

const mostJsonBytes = 1_000_000;

/** The fields of a form of `POST /api/batches`, beside its files. */
export const BatchFields = SubmitFields.extend({ name: CreateBatchInput.shape.name });

const isForm = (request: Request) =>
  /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");

/** `POST /api/batches`: a form with files, or JSON that names uploaded files or announces what will come. */
export async function create(request: Request, ctx: Context): Promise<Response> {
  const batchId = idempotencyKey(request);
  const made = isForm(request)
    ? await submitBatch({ ctx, input: { batchId, read: (take) => readForm(request, take) } })
    : await createBatch({ ctx, input: await jsonInput(request, batchId) });
  return json(made, 202, { location: `/api/batches/${made.batchId}` });
}

/** `POST /api/batches/:id/files`: a form with files, or one file itself as the body. */
export async function addFiles(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const batchId = await batchIdOf(route);
  const { MAX_BATCH_FILES } = env();
  const read = (take: TakeFile) =>
    isForm(request) ? readManyFiles(request, take, MAX_BATCH_FILES) : readRaw(request, take);
  return json(await submitToBatch({ ctx, input: { batchId, read } }), 202);
}

async function readForm(request: Request, take: TakeFile): Promise<CreateBatchInput> {
  const inQuery = Object.fromEntries(new URL(request.url).searchParams);
  const fields = await readManyFiles(request, take, env().MAX_BATCH_FILES);
  const { name, ...texts } = { ...inQuery, ...fields };
  return { ...toEnqueueOptions(texts), ...BatchFields.pick({ name: true }).parse({ name }) };
}

async function readRaw(request: Request, take: TakeFile): Promise<void> {
  const name = new URL(request.url).searchParams.get("fileName") ?? announcedName(request.headers);
  if (!name)
    throw new AppError("invalid-input", "A raw body needs its name: ?fileName= or the header x-file-name.");
  if (!request.body) throw new AppError("invalid-input", "The request has no body.");
  await take({ name, body: request.body, expectedBytes: announcedBytes(request.headers) });
}

async function jsonInput(request: Request, batchId: string | undefined): Promise<CreateBatchInput> {
  const text = await readText(request, mostJsonBytes);
  try {
    const input = CreateBatchInput.parse(JSON.parse(text));
    return batchId === undefined ? input : { ...input, batchId };
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause;
    throw new AppError("invalid-input", "The body is not JSON.", { cause });
  }
}

/** A request that is sent again with the same key makes no second batch. */
function idempotencyKey(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null) return undefined;
  const id = z.uuid().safeParse(key);
  if (!id.success) throw new AppError("invalid-input", "The header Idempotency-Key must be a UUID.");
  return id.data;
}
