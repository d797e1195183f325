import { AppError } from "@/errors";
import { readBody } from "@/services/read-body";

/** A request's body as UTF-8 text. Throws AppError `too-large` past `maxBytes`, `invalid-input` when there is none. */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) throw new AppError("invalid-input", "The request has no body.");
  const parts: Buffer[] = [];
  let size = 0;
  for await (const part of readBody(request.body, request.signal)) {
    size += part.length;
    if (size > maxBytes)
      throw new AppError("too-large", `The body is larger than the limit of ${maxBytes} bytes.`, {
        params: { maxBytes },
      });
    parts.push(part);
  }
  return Buffer.concat(parts).toString("utf8");
}
