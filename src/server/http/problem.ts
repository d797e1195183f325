import { z } from "zod";
import { errorCategories } from "@/errors";
import { logFields } from "@/log";
import { describeError, isOurFault } from "../describe-error";

/** An error as RFC 9457 describes it; `code` is the product's own closed list. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string(),
    detail: z.string(),
    errorCategory: z
      .enum(errorCategories)
      .nullable()
      .meta({ description: "Where the fault lies; null when it is in the request, or in none of these." }),
    requestId: z.string().optional().meta({
      description: "Names this request in the service's log; the header `x-request-id` has it too.",
    }),
  })
  .meta({ id: "Problem" });
export type Problem = z.infer<typeof Problem>;

/** What the outside may know of an error. */
export function toProblem(error: unknown): Problem {
  const { appCode, status, title, message, params } = describeError(error);
  const ofFile = appCode === "file-gone" || appCode === "too-large";
  const errorCategory = params.category ?? (ofFile ? "file" : null);
  const { requestId } = logFields();
  const isFull = params.isFull === true;
  return {
    ...{
      type: "about:blank",
      title: isFull ? "Insufficient storage" : title,
      status: isFull ? 507 : status,
      code: appCode ?? "internal",
      detail: message,
      errorCategory,
    },
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** The answer to a request that failed. `onOurs` is told of an error that is not the caller's fault. */
export function problem(error: unknown, onOurs: (error: unknown) => void): Response {
  if (isOurFault(error)) onOurs(error);
  const body = toProblem(error);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: { "content-type": "application/problem+json", "cache-control": "no-store" },
  });
}
