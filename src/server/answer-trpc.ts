import { fetchRequestHandler } from "@trpc/server/adapters/fetch";
import { log } from "@/log";
import { appRouter } from "./app-router";
import { isOurFault } from "./describe-error";
import { guard } from "./guard";
import { runIn } from "./run-in";
import { withinRequest } from "./within-request";

/** Answers one tRPC request: queries, mutations, uploads and server-sent subscriptions. */
export function answerTrpc(request: Request): Promise<Response> {
  return withinRequest(request, () =>
    fetchRequestHandler({
      endpoint: "/api/trpc",
      req: request,
      router: appRouter,
      createContext: () => ({ actor: guard(request), headers: request.headers }),
      onError({ error, path, input }) {
        if (isOurFault(error) && !request.signal.aborted)
          log.error({ err: error.cause ?? error, path, ...runIn(input) }, "procedure failed");
      },
    }),
  );
}
