import { z } from "zod";
import { AppError } from "@/errors";
import { addWebhook } from "@/services/add-webhook";
import type { Context } from "@/services/context";
import { deleteWebhook } from "@/services/delete-webhook";
import { listDeliveries } from "@/services/list-deliveries";
import { listWebhooks } from "@/services/list-webhooks";
import { redeliverMessage } from "@/services/redeliver-message";
import { testWebhook } from "@/services/test-webhook";
import { AddWebhookInput, ListDeliveriesInput } from "@/services/webhook-inputs";
import type { IdRoute } from "./id-route";
import { json } from "./json";
import { readText } from "./read-text";

const mostBytes = 10_000;

/** The query string of `GET /api/webhooks/{id}/deliveries`. */
export const DeliveriesQuery = ListDeliveriesInput.omit({ webhookId: true }).extend({
  limit: z.coerce.number().int().min(1).max(200).default(25),
});

export async function list(_: Request, ctx: Context): Promise<Response> {
  return json({ items: await listWebhooks({ ctx }) });
}

export async function add(request: Request, ctx: Context): Promise<Response> {
  const input = AddWebhookInput.parse(jsonOf(await readText(request, mostBytes)));
  return json(await addWebhook({ ctx, input }), 201);
}

export async function remove(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  await deleteWebhook({ ctx, input: { webhookId: await idOf(route) } });
  return new Response(null, { status: 204 });
}

export async function test(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json(await testWebhook({ ctx, input: { webhookId: await idOf(route) } }), 202);
}

export async function log(request: Request, ctx: Context, route: IdRoute): Promise<Response> {
  const query = DeliveriesQuery.parse(Object.fromEntries(new URL(request.url).searchParams));
  return json(await listDeliveries({ ctx, input: { ...query, webhookId: await idOf(route) } }));
}

export async function redeliver(_: Request, ctx: Context, route: IdRoute): Promise<Response> {
  return json(await redeliverMessage({ ctx, input: { deliveryId: await idOf(route) } }), 202);
}

async function idOf(route: IdRoute): Promise<string> {
  const id = z.uuid().safeParse((await route.params).id);
  if (!id.success) throw new AppError("not-found", "There is nothing of this id.");
  return id.data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new AppError("invalid-input", "The body is not JSON.", { cause });
  }
}
