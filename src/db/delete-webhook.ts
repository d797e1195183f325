import { db } from "./client";

/** Deletes a webhook with its deliveries. False when the owner has no such webhook. */
export async function deleteWebhook(where: { ownerId: string; id: string }): Promise<boolean> {
  return (await db().webhook.deleteMany({ where })).count > 0;
}
