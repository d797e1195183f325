import { randomUUID } from "node:crypto";
import type { Snapshot } from "@/snapshot";
import { toJson } from "./json";

/**
 * What a webhook is told of a final run: counts and codes, nothing that stands in the file. Not the file's name either,
 * which often holds a client's: the receiver asks for it by the id, with a token.
 */
export function runEvent(snapshot: Snapshot) {
  const { runId, status, attempt, rows, errorRows, counts, errorCode, startedAt, finishedAt } = snapshot;
  const event = `validation.${status}`;
  const data = { runId, status, attempt, rows, errorRows, counts, errorCode, startedAt, finishedAt };
  return { event, payload: toJson({ type: event, timestamp: finishedAt ?? snapshot.updatedAt, data }) };
}

/** What the test button sends. */
export function testEvent(webhookId: string) {
  const event = "webhook.test";
  return {
    event,
    payload: toJson({ type: event, timestamp: new Date().toISOString(), data: { webhookId } }),
  };
}

/** The ids of a new message and its first delivery. */
export const newMessage = () => ({ id: randomUUID(), messageId: randomUUID() });
