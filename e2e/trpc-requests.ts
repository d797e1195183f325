import type { Page } from "@playwright/test";

export interface TrpcRequest {
  procedure: string;
  input: string;
}

/** Records every tRPC request of a page; a batch counts as its parts. */
export function recordTrpc(page: Page): TrpcRequest[] {
  const seen: TrpcRequest[] = [];
  page.on("request", (request) => {
    const { pathname, searchParams } = new URL(request.url());
    if (!pathname.startsWith("/api/trpc/")) return;
    const procedures = pathname.slice("/api/trpc/".length).split(",");
    const isUpload = request.headers()["content-type"]?.includes("octet-stream") ?? false;
    const input = searchParams.get("input") ?? (isUpload ? "" : (request.postData() ?? ""));
    const batched: unknown = searchParams.has("batch") && input ? JSON.parse(input) : null;
    for (const [at, procedure] of procedures.entries())
      seen.push({ procedure, input: batched ? JSON.stringify(part(batched, at)) : input });
  });
  return seen;
}

function part(batch: unknown, at: number): unknown {
  return typeof batch === "object" && batch !== null
    ? Object.entries(batch).find(([key]) => key === String(at))?.[1]
    : null;
}
