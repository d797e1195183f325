import { readMetrics } from "@/services/read-metrics";

/** `GET /api/metrics`: Prometheus' text format, behind the guard like any other door. */
export async function metrics(): Promise<Response> {
  const { contentType, text } = await readMetrics();
  return new Response(text, { headers: { "content-type": contentType, "cache-control": "no-store" } });
}
