import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { expect, vi } from "vitest";
import { chaosRuleset } from "../chaos/chaos-file";
import { fileText, soon } from "./runs";

/** Submits a file by plain HTTP, as a program does: one request that uploads and enqueues. */
export function post(url: string, body: string = fileText): Promise<Response> {
  const query = new URLSearchParams({ fileName: "asked.csv", ruleset: chaosRuleset.id });
  return fetch(`${url}/api/validations?${query}`, { method: "POST", body });
}

/** Submits a file and gives its run's id; fails on any other answer than that it is queued. */
export async function submitTo(url: string, body?: string): Promise<string> {
  const answer = await post(url, body);
  const said = await answer.text();
  expect(answer.status, said).toBe(202);
  const { validationId }: { validationId: string } = JSON.parse(said);
  return validationId;
}

/** Expects the answer 503 (or another) whose fault lies in that part of the service. */
export async function expectAway(answer: Response, errorCategory: string, status = 503) {
  const said = await answer.json();
  expect(said).toMatchObject({ status, code: "unavailable", errorCategory });
  expect(answer.status).toBe(status);
  return said;
}

/** Begins an upload over HTTP, of which half has come to the shelf when this resolves. `finish` sends the rest. */
export async function beginUpload(url: string) {
  const encoded = new TextEncoder().encode(fileText);
  const half = encoded.length >> 1;
  let sendRest = () => {};
  const rest = new Promise<void>((resolve) => {
    sendRest = resolve;
  });
  const parts = [encoded.slice(0, half), encoded.slice(half)];
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      if (parts.length === 1) await rest;
      const part = parts.shift();
      if (part) controller.enqueue(part);
      else controller.close();
    },
  });
  const headers = { "content-type": "application/octet-stream", "x-file-name": "half.csv" };
  const init: RequestInit & { duplex: "half" } = { method: "POST", headers, body, duplex: "half" };
  const answer = fetch(`${url}/api/trpc/files.upload`, init);
  answer.catch(() => {});
  await vi.waitFor(
    async () => expect(await namesOnShelf()).toContainEqual(expect.stringMatching(/\.partial$/)),
    soon,
  );
  return { answer, finish: sendRest };
}

export async function namesOnShelf(): Promise<string[]> {
  return readdir(join(String(process.env.DATA_DIR), "files")).catch(() => []);
}

/** Asks until the answer is as wanted; what is away may take a moment to be back. */
export async function until(ask: () => Promise<Response>, status: number): Promise<Response> {
  const deadline = Date.now() + soon.timeout;
  for (;;) {
    const answer = await ask().catch(() => null);
    if (answer?.status === status) return answer;
    if (Date.now() > deadline)
      throw new Error(`no ${status} came: ${answer?.status} ${await answer?.text()}`);
    await pause(soon.interval);
  }
}
