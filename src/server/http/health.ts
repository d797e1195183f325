import { checkHealth } from "@/services/check-health";
import { checkReady } from "@/services/check-ready";
import { checkOrigin } from "../guard";
import { json } from "./json";

/** `GET /api/health`: 200 when the database and the queue answer, else 503. Needs no token. */
export async function health(request: Request): Promise<Response> {
  checkOrigin(request);
  const answer = await checkHealth();
  return json(answer, answer.status === "ok" ? 200 : 503);
}

/** `GET /api/health/live`: 200 as long as this process answers at all; asks nobody else. Needs no token. */
export async function live(request: Request): Promise<Response> {
  checkOrigin(request);
  return json({ status: "live" });
}

/** `GET /api/health/ready`: 200 when a file that came now would be validated, else 503 with the parts in the way. */
export async function ready(request: Request): Promise<Response> {
  checkOrigin(request);
  const answer = await checkReady();
  return json(answer, answer.status === "ready" ? 200 : 503);
}
