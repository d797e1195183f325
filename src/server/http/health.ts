import { checkHealth } from "@/services/check-health";
import { checkOrigin } from "../guard";
import { json } from "./json";

/** `GET /api/health`: 200 when the database and the queue answer, else 503. Needs no token. */
export async function health(request: Request): Promise<Response> {
  checkOrigin(request);
  const answer = await checkHealth();
  return json(answer, answer.status === "ok" ? 200 : 503);
}
