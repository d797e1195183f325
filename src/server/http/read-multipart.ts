import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy, type BusboyInstance } from "@fastify/busboy";
import { AppError } from "@/errors";
import { readBody } from "@/services/read-body";

export interface MultipartFile {
  name: string;
  body: Readable;
  /** The other fields; resolves when the whole form was read, rejects when it was cut or is not valid. */
  fields(): Promise<Record<string, string>>;
  /** Stops reading the form. */
  abandon(): void;
}

/** Reads a form up to its field `file`, whose content is then streamed. Throws AppError `invalid-input`. */
export async function readMultipart(request: Request): Promise<MultipartFile> {
  if (!request.body) throw new AppError("invalid-input", "The request has no body.");
  const parser = makeParser(request);
  const source = readBody(request.body, request.signal);
  const fields: Record<string, string> = {};
  let refusal: string | null = null;
  let body: Readable | undefined;

  parser.on("field", (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) refusal ??= "A field of the form is too long.";
    else fields[name] = value;
  });
  parser.on("filesLimit", () => {
    refusal ??= "The form has more than one file.";
  });
  parser.on("fieldsLimit", () => {
    refusal ??= "The form has too many fields.";
  });
  const file = new Promise<{ name: string; stream: Readable }>((resolve, reject) => {
    parser.on("file", (field, stream, name) => {
      body = stream;
      // The parser only emits the error: without a listener it would end the process.
      stream.on("error", (cause) => stream.destroy(cause));
      if (field === "file") return resolve({ name: name ?? "", stream });
      refusal ??= "The file must be in the field `file`.";
      stream.resume();
    });
    parser.once("finish", () =>
      reject(new AppError("invalid-input", refusal ?? "The form has no field `file`.")),
    );
  });
  const whole = pipeline(source, parser).catch((cause: unknown) => {
    const error = new AppError("invalid-input", "The form was cut or is not valid multipart.", { cause });
    body?.destroy(error);
    throw error;
  });
  const { name, stream } = await Promise.race([file, whole.then(() => file)]);
  whole.catch(() => {}); // reported by fields() or by the body, whichever is read
  return {
    name,
    body: stream,
    async fields() {
      await whole;
      if (refusal) throw new AppError("invalid-input", refusal);
      return fields;
    },
    abandon: () => source.destroy(),
  };
}

function makeParser(request: Request): BusboyInstance {
  try {
    return new Busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      isPartAFile: (field, _type, fileName) => field === "file" || fileName !== undefined,
      limits: { files: 1, fields: 20, fieldSize: 4096, headerPairs: 50 },
    });
  } catch (cause) {
    throw new AppError("invalid-input", "The form's content type has no usable boundary.", { cause });
  }
}
