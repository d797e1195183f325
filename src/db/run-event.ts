import { randomUUID } from "node:crypto";
import type { Snapshot } from "@/snapshot";
import type { BatchView } from "./batch-view";
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

/** The same of a batch that has come to its end. */
export function batchEvent(batch: BatchView) {
  const { batchId, round, isCancelled, files, expectedFiles, missing, rows, errorRows, counts } = batch;
  const { clean, warnings, errors, failed, cancelled, startedAt, finishedAt } = batch;
  const event = "batch.completed";
  const verdicts = { clean, warnings, errors, failed, cancelled };
  const how = { batchId, round, isCancelled, files, expectedFiles, missing };
  const data = { ...how, verdicts, rows, errorRows, counts, startedAt, finishedAt };
  return { event, payload: toJson({ type: event, timestamp: finishedAt, data }) };
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
