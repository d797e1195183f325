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
  404: "There is no such validation.",
  409: "Its status does not allow this.",
  410: "The file is gone.",
  413: "The file is too large. Nothing is kept.",
  503: "The service cannot do this now.",
};

export function problems(...statuses: number[]): Record<string, ZodOpenApiResponseObject> {
  const content = { "application/problem+json": { schema: Problem } };
  return Object.fromEntries(
    [...statuses, 401, 403].map((status) => [status, { description: said[status] ?? "", content }]),
  );
}

export const accepted: ZodOpenApiResponseObject = {
  ...json("Accepted and queued.", Enqueued),
  headers: z.object({ location: z.string().meta({ description: "Address of the validation." }) }),
};
