import { rulesetJsonSchema } from "@/core/schema/ruleset-json-schema";
import { checkOrigin } from "../guard";

/** `GET /api/rulesets/schema.json`, for editors that complete a ruleset. Needs no token: it is the same everywhere. */
export async function rulesetSchema(request: Request): Promise<Response> {
  checkOrigin(request);
  return Response.json(rulesetJsonSchema(), { headers: { "content-type": "application/schema+json" } });
}
