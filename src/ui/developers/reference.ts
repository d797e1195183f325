import { z } from "zod";

const Schema = z.looseObject({
  type: z.union([z.string(), z.array(z.string())]).optional(),
  format: z.string().optional(),
  enum: z.array(z.unknown()).optional(),
  $ref: z.string().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
});

const Content = z.record(z.string(), z.looseObject({ schema: Schema.optional() })).optional();

const Parameter = z.looseObject({
  name: z.string(),
  in: z.string(),
  required: z.boolean().optional(),
  description: z.string().optional(),
  schema: Schema.optional(),
});

const Operation = z.looseObject({
  operationId: z.string().default(""),
  summary: z.string().optional(),
  description: z.string().optional(),
  parameters: z.array(Parameter).optional(),
  requestBody: z.looseObject({ content: Content }).optional(),
  responses: z
    .record(z.string(), z.looseObject({ description: z.string().optional(), content: Content }))
    .optional(),
});

const Document = z.looseObject({
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

export interface Endpoint {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string;
  parameters: { name: string; where: string; type: string; required: boolean; description: string }[];
  bodies: string[];
  answers: { status: string; description: string; types: string[] }[];
}

const methods = new Set(["get", "post", "put", "patch", "delete"]);

function typeOf(schema: z.infer<typeof Schema> | undefined): string {
  if (!schema) return "";
  if (schema.enum) return schema.enum.map(String).join(" | ");
  const type = Array.isArray(schema.type) ? schema.type.join(" | ") : (schema.type ?? "");
  return schema.format ? `${type} (${schema.format})` : type;
}

/** The endpoints of an OpenAPI document, flat and ready to print. Throws ZodError when it is not one. */
export function endpointsOf(document: unknown): Endpoint[] {
  return Object.entries(Document.parse(document).paths).flatMap(([path, item]) =>
    Object.entries(item)
      .filter(([method]) => methods.has(method))
      .map(([method, raw]) => {
        const operation = Operation.parse(raw);
        return {
          id: operation.operationId,
          method: method.toUpperCase(),
          path,
          summary: operation.summary ?? "",
          description: operation.description ?? "",
          parameters: (operation.parameters ?? []).map(
            ({ name, in: where, required, description, schema }) => ({
              name,
              where,
              type: typeOf(schema),
              required: required ?? false,
              description: description ?? "",
            }),
          ),
          bodies: Object.keys(operation.requestBody?.content ?? {}),
          answers: Object.entries(operation.responses ?? {}).map(([status, { description, content }]) => ({
            status,
            description: description ?? "",
            types: Object.keys(content ?? {}),
          })),
        };
      }),
  );
}
