import { initTRPC } from "@trpc/server";
import type { ServerContext } from "./context";
import { describeError, toTrpcError } from "./describe-error";

const t = initTRPC.context<ServerContext>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 5_000 }, client: { reconnectAfterInactivityMs: 15_000 } },
  errorFormatter({ shape, error }) {
    const { appCode, rpcCode, status, message, rpcKey, params } = describeError(error);
    return {
      ...shape,
      message,
      code: rpcCode,
      data: { ...shape.data, code: rpcKey, httpStatus: status, appCode, params },
    };
  },
});

export const { router, createCallerFactory } = t;

/** Every procedure: what a service throws becomes a tRPC error here and nowhere else. */
export const procedure = t.procedure.use(async ({ next }) => {
  const result = await next();
  if (!result.ok) throw toTrpcError(result.error);
  return result;
});
