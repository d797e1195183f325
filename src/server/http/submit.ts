import { env } from "@/env";
import { AppError } from "@/errors";
import type { Context } from "@/services/context";
import { type SubmitInput, submitFile } from "@/services/submit-file";
import { json } from "./json";
import { readMultipart } from "./read-multipart";
import { toEnqueueOptions } from "./submit-fields";
import { announcedBytes, announcedName } from "./upload-headers";

const formOverhead = 64 * 1024;

/** `POST /api/validations`: a form with a file, or the file itself as the body. */
export async function submit(request: Request, ctx: Context): Promise<Response> {
  const isForm = /^multipart\/form-data\b/i.test(request.headers.get("content-type") ?? "");
  const enqueued = isForm
    ? await submitForm(request, ctx)
    : await submitFile({ ctx, input: rawInput(request) });
  return json(enqueued, 202, { location: `/api/validations/${enqueued.validationId}` });
}

async function submitForm(request: Request, ctx: Context) {
  const max = env().MAX_UPLOAD_BYTES;
  if ((announcedBytes(request.headers) ?? 0) > max + formOverhead)
    throw new AppError("too-large", `The file is larger than the limit of ${max} bytes.`);
  const { fileName: _, ...inQuery } = query(request);
  const form = await readMultipart(request);
  try {
    const options = async () => toEnqueueOptions({ ...inQuery, ...(await form.fields()) });
    return await submitFile({ ctx, input: { name: form.name, body: form.body, options } });
  } catch (error) {
    form.abandon();
    throw error;
  }
}

function rawInput(request: Request): SubmitInput {
  const { fileName, ...fields } = query(request);
  const name = fileName ?? announcedName(request.headers);
  if (!name)
    throw new AppError("invalid-input", "A raw body needs its name: ?fileName= or the header x-file-name.");
  if (!request.body) throw new AppError("invalid-input", "The request has no body.");
  const options = toEnqueueOptions(fields);
  return {
    name,
    body: request.body,
    expectedBytes: announcedBytes(request.headers),
    options: async () => options,
  };
}

function query(request: Request): Record<string, string> {
  return Object.fromEntries(new URL(request.url).searchParams);
}
