import { log } from "@/log";
import type { Context } from "@/services/context";
import { guard } from "../guard";
import { withinRequest } from "../within-request";
import { problem } from "./problem";

/**
 * Wraps a plain HTTP handler: asks the guard who comes, turns whatever is thrown into a problem document, and counts
 * the request so that a stopping process waits for it.
 */
export function door<Route>(handle: (request: Request, ctx: Context, route: Route) => Promise<Response>) {
  return openDoor<Route>((request, route) => {
    const actor = guard(request);
    return handle(request, { actor, signal: request.signal }, route);
  });
}

/** The same without the guard, for the few doors that check on their own. */
export function openDoor<Route>(handle: (request: Request, route: Route) => Promise<Response>) {
  return (request: Request, route: Route): Promise<Response> =>
    withinRequest(request, async () => {
      try {
        return await handle(request, route);
      } catch (error) {
        return problem(error, (ours) =>
          log.error({ err: ours, path: new URL(request.url).pathname }, "request failed"),
        );
      }
    });
}
