import { openAsBlob } from "node:fs";
import { stat } from "node:fs/promises";
import { basename } from "node:path";
import { createTRPCClient, httpLink } from "@trpc/client";
import type { AppRouter } from "@/server/app-router";
import { authorization, trpcUrl } from "./client";
import { CommandError } from "./command-error";
import type { Settings } from "./settings";

export interface Upload {
  path: string;
  /** Bytes that have left for the service, and the file's size. */
  onProgress: (sent: number, total: number) => void;
}

/** Sends a file, read from disk as it leaves; resolves to its id. Throws CommandError when there is no such file. */
export async function uploadFile(settings: Settings, { path, onProgress }: Upload): Promise<string> {
  await mustBeFile(path);
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: trpcUrl(settings),
        headers: { ...authorization(settings), "x-file-name": encodeURIComponent(basename(path)) },
        fetch: (address, init) => sendCounted(String(address), init ?? {}, onProgress),
      }),
    ],
  });
  const { fileId } = await client.files.upload.mutate(await openAsBlob(path));
  return fileId;
}

/** Throws CommandError unless the path leads to a file. */
export async function mustBeFile(path: string): Promise<void> {
  const found = await stat(path).catch(() => null);
  if (!found) throw new CommandError({ kind: "no-such-file", path });
  if (!found.isFile()) throw new CommandError({ kind: "not-a-file", path });
}

interface SendInit {
  body?: unknown;
  headers?: HeadersInit;
  method?: string;
  signal?: AbortSignal | null;
}

function sendCounted(address: string, init: SendInit, onProgress: Upload["onProgress"]): Promise<Response> {
  const { body, method = "POST", signal = null } = init;
  if (!(body instanceof Blob)) throw new TypeError("an upload is a Blob");
  const headers = new Headers(init.headers);
  // A streamed body is sent in chunks of unknown sum unless its length is said: the service checks against it.
  headers.set("content-length", String(body.size));
  let sent = 0;
  const counted = body.stream().pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        controller.enqueue(chunk);
        sent += chunk.byteLength;
        onProgress(sent, body.size);
      },
    }),
  );
  const request: RequestInit & { duplex: "half" } = {
    method,
    headers,
    signal,
    body: counted,
    duplex: "half",
  };
  return fetch(address, request);
}
