import { openAsBlob } from "node:fs";
import { EventSource } from "eventsource";
import { z } from "zod";
import { isFinal, Snapshot } from "@/snapshot";

const Uploaded = z.object({ result: z.object({ data: z.object({ fileId: z.string() }) }) });
const Enqueued = z.object({ result: z.object({ data: z.object({ validationId: z.string() }) }) });

const WatchEvent = z.object({ snapshot: Snapshot });

async function call<T extends z.ZodType>(url: string, init: RequestInit, answer: T): Promise<z.infer<T>> {
  const response = await fetch(url, { method: "POST", ...init });
  if (!response.ok) throw new Error(`${url}: ${response.status} ${await response.text()}`);
  return answer.parse(await response.json());
}

/** Uploads the file; resolves to its id. */
export async function upload(base: string, path: string, name: string): Promise<string> {
  const headers = { "content-type": "application/octet-stream", "x-file-name": encodeURIComponent(name) };
  const body = await openAsBlob(path);
  return (await call(`${base}/api/trpc/files.upload`, { headers, body }, Uploaded)).result.data.fileId;
}

/** Enqueues a run of the file; resolves to the run's id. */
export async function enqueue(base: string, fileId: string, rulesetId?: string): Promise<string> {
  const init = {
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ fileId, rulesetId }),
  };
  return (await call(`${base}/api/trpc/runs.enqueue`, init, Enqueued)).result.data.validationId;
}

/** Saves a Table Schema as a ruleset. */
export async function saveRuleset(base: string, document: unknown): Promise<void> {
  const init = { headers: { "content-type": "application/json" }, body: JSON.stringify({ document }) };
  await call(`${base}/api/trpc/rulesets.save`, init, z.unknown());
}

/** Follows a run over SSE; resolves to its final snapshot. */
export function follow(base: string, runId: string, onSnapshot?: (snapshot: Snapshot) => void) {
  const source = new EventSource(`${base}/api/validations/${runId}/events`);
  return new Promise<Snapshot>((resolve) => {
    source.addEventListener("message", (event) => {
      const { snapshot } = WatchEvent.parse(JSON.parse(event.data));
      onSnapshot?.(snapshot);
      if (!isFinal(snapshot.status)) return;
      source.close();
      resolve(snapshot);
    });
  });
}
