import { checkOrigin } from "../guard";
import { json } from "./json";
import { openApiDocument } from "./openapi";

/** `GET /api/openapi.json`. Needs no token: it describes the doors and opens none. */
export async function openApi(request: Request): Promise<Response> {
  checkOrigin(request);
  return json(openApiDocument());
}
