import { z } from "zod";
import type { ZodOpenApiResponseObject } from "zod-openapi";
import { Enqueued } from "./bodies";
import { Problem } from "./problem";

export const path = z.object({ id: z.uuid().meta({ description: "The validation's id." }) });
export const binary = { type: "string", format: "binary" } as const;

export const json = (description: string, schema: z.ZodType): ZodOpenApiResponseObject => ({
  description,
  content: { "application/json": { schema } },
});

const said: Record<number, string> = {
  400: "The request is not valid.",
  401: "An access token is needed.",
  403: "A foreign Host or Origin.",
  409: "Its status does not allow this.",
  410: "The file is gone.",
  413: "It is too large. Nothing is kept.",
  503: "The service cannot do this now.",
};

/** Makes the refusals of an operation on one kind of thing, from their statuses. */
export function problemsOf(thing: "validation" | "batch" | "ruleset" | "webhook") {
  const content = { "application/problem+json": { schema: Problem } };
  return (...statuses: number[]): Record<string, ZodOpenApiResponseObject> =>
    Object.fromEntries(
      [...statuses, 401, 403].map((status) => {
        const description = status === 404 ? `There is no such ${thing}.` : (said[status] ?? "");
        return [status, { description, content }];
      }),
    );
}

export const problems = problemsOf("validation");

export const accepted: ZodOpenApiResponseObject = {
  ...json("Accepted and queued.", Enqueued),
  headers: z.object({ location: z.string().meta({ description: "Address of the validation." }) }),
};
