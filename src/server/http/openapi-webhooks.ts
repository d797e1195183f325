import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { AddWebhookInput } from "@/services/webhook-inputs";
import { json, problemsOf } from "./openapi-parts";
import { DeliveriesQuery } from "./webhooks";

const problems = problemsOf("webhook");
const path = z.object({ id: z.uuid().meta({ description: "The webhook's id." }) });
const deliveryPath = z.object({ id: z.uuid().meta({ description: "The delivery's id." }) });

const Webhook = z.object({ id: z.uuid(), url: z.url(), createdAt: z.iso.datetime() }).meta({ id: "Webhook" });
const NewWebhook = Webhook.extend({
  secret: z.string().meta({ description: "Signs each message. Shown once." }),
}).meta({ id: "NewWebhook" });

const Delivery = z
  .object({
    id: z.uuid(),
    messageId: z.uuid().meta({ description: "The header `webhook-id`: the same when it is sent again." }),
    event: z.string().meta({ examples: ["validation.completed"] }),
    runId: z.uuid().nullable(),
    batchId: z.uuid().nullable(),
    status: z.enum(["pending", "delivered", "failed"]),
    attempt: z.number().int().meta({ description: "Attempts made." }),
    statusCode: z.number().int().nullable(),
    error: z.string().nullable().meta({ description: "Why the last attempt failed, as a code." }),
    createdAt: z.iso.datetime(),
    attemptedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: "Delivery" });

/** The doors of webhooks, as the OpenAPI document tells them. */
export const webhookPaths: ZodOpenApiPathsObject = {
  "/api/webhooks": {
    get: {
      operationId: "listWebhooks",
      summary: "List webhooks, without their secrets",
      responses: { "200": json("The webhooks.", z.object({ items: z.array(Webhook) })), ...problems() },
    },
    post: {
      operationId: "addWebhook",
      summary: "Add an address that is told of each validation and batch that ends",
      requestBody: { required: true, content: { "application/json": { schema: AddWebhookInput } } },
      responses: { "201": json("Added.", NewWebhook), ...problems(400, 409, 413) },
    },
  },
  "/api/webhooks/{id}": {
    delete: {
      operationId: "deleteWebhook",
      summary: "Delete a webhook with its delivery log",
      requestParams: { path },
      responses: { "204": { description: "Deleted." }, ...problems(404) },
    },
  },
  "/api/webhooks/{id}/test": {
    post: {
      operationId: "testWebhook",
      summary: "Send a message of type webhook.test",
      requestParams: { path },
      responses: { "202": json("To be delivered.", Delivery), ...problems(404) },
    },
  },
  "/api/webhooks/{id}/deliveries": {
    get: {
      operationId: "listDeliveries",
      summary: "The delivery log of a webhook, newest first",
      requestParams: { path, query: DeliveriesQuery },
      responses: {
        "200": json("One page.", z.object({ items: z.array(Delivery), nextCursor: z.string().nullable() })),
        ...problems(400, 404),
      },
    },
  },
  "/api/webhooks/deliveries/{id}/redeliver": {
    post: {
      operationId: "redeliverMessage",
      summary: "Send a message again, with the same id and content",
      requestParams: { path: deliveryPath },
      responses: { "202": json("To be delivered.", Delivery), ...problems(404) },
    },
  },
};
