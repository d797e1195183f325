import { randomUUID } from "node:crypto";
import { z } from "zod";
import { withLogFields } from "@/log";
import { tracing } from "@/tracing";
import { trackRequest } from "./open-requests";

const header = "x-request-id";
const RequestId = z.string().regex(/^[\w.-]{8,64}$/);
const inPath = /^\/api\/(validations|batches)\/([0-9a-f-]{36})(?:\/|$)/;

/**
 * Answers one request of the API: counts it as open, and gives it an id (the proxy's, when it sent one) that its log
 * lines and its answer carry. A caller's `traceparent` goes on in the spans.
 */
export function withinRequest(request: Request, answer: () => Promise<Response>): Promise<Response> {
  const given = RequestId.safeParse(request.headers.get(header));
  const requestId = given.success ? given.data : randomUUID();
  const [, kind, id] = inPath.exec(new URL(request.url).pathname) ?? [];
  const fields =
    id === undefined ? { requestId } : { requestId, [kind === "batches" ? "batchId" : "runId"]: id };
  const work = () => tracing()?.join(request.headers, answer) ?? answer();
  return trackRequest(async () => {
    const response = await withLogFields(fields, work);
    response.headers.set(header, requestId);
    return response;
  });
}
