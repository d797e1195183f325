import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Busboy } from "@fastify/busboy";
import { AppError } from "@/errors";
import { readBody } from "@/services/read-body";
import type { TakeFile } from "@/services/submit-batch";

/**
 * Reads a form with any number of files in its fields `file`, each handed over in turn while it comes; resolves to the
 * other fields. Throws AppError `invalid-input` (cut, or not such a form) and `too-large` (too many files).
 */
export async function readManyFiles(
  request: Request,
  take: TakeFile,
  maxFiles: number,
): Promise<Record<string, string>> {
  if (!request.body) throw new AppError("invalid-input", "The request has no body.");
  const parser = makeParser(request, maxFiles);
  const source = readBody(request.body, request.signal);
  const fields: Record<string, string> = {};
  const open = new Set<Readable>();
  let refusal: AppError | undefined;
  let taking = Promise.resolve();

  const stop = (error: AppError) => {
    refusal ??= error;
    source.destroy(refusal);
    for (const stream of open) stream.destroy(refusal);
  };
  parser.on("field", (name, value, nameCut, valueCut) => {
    if (nameCut || valueCut) stop(new AppError("invalid-input", "A field of the form is too long."));
    else fields[name] = value;
  });
  parser.on("fieldsLimit", () => stop(new AppError("invalid-input", "The form has too many fields.")));
  parser.on("filesLimit", () =>
    stop(new AppError("too-large", `A batch takes at most ${maxFiles} files.`, { params: { maxFiles } })),
  );
  parser.on("file", (field, stream, name) => {
    open.add(stream);
    // The parser only emits the error: without a listener it would end the process.
    stream.on("error", (cause) => stream.destroy(cause));
    if (field !== "file") {
      stop(new AppError("invalid-input", "The files must be in fields `file`."));
      return;
    }
    taking = taking.then(async () => {
      await take({ name: name ?? "", body: stream });
      open.delete(stream);
    });
    taking.catch((error: unknown) => {
      source.destroy(error instanceof Error ? error : undefined);
    });
  });
  try {
    await pipeline(source, parser);
  } catch (cause) {
    stop(new AppError("invalid-input", "The form was cut or is not valid multipart.", { cause }));
    // What the taker itself refused says more.
    await taking;
  }
  await taking.catch((error: unknown) => {
    throw refusal ?? error;
  });
  if (refusal) throw refusal;
  return fields;
}

function makeParser(request: Request, files: number) {
  try {
    return new Busboy({
      headers: { "content-type": request.headers.get("content-type") ?? "" },
      isPartAFile: (field, _type, fileName) => field === "file" || fileName !== undefined,
      limits: { files, fields: 20, fieldSize: 4096, headerPairs: 50 },
    });
  } catch (cause) {
    throw new AppError("invalid-input", "The form's content type has no usable boundary.", { cause });
  }
}
