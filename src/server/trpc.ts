import { initTRPC } from "@trpc/server";
import { logFields, withLogFields } from "@/log";
import type { ServerContext } from "./context";
import { describeError, toTrpcError } from "./describe-error";
import { runIn } from "./run-in";

const t = initTRPC.context<ServerContext>().create({
  isDev: false,
  sse: { ping: { enabled: true, intervalMs: 5_000 }, client: { reconnectAfterInactivityMs: 15_000 } },
  errorFormatter({ shape, error }) {
    const { appCode, rpcCode, status, message, rpcKey, params } = describeError(error);
    return {
      ...shape,
      message,
      code: rpcCode,
      data: {
        ...shape.data,
        code: rpcKey,
        httpStatus: status,
        appCode,
        params,
        requestId: logFields().requestId,
      },
    };
  },
});

export const { router, createCallerFactory } = t;

/** Every procedure: its log lines carry the run it is about; what a service throws becomes a tRPC error here and nowhere else. */
export const procedure = t.procedure.use(async ({ next, getRawInput }) => {
  const result = await withLogFields(runIn(await getRawInput()), () => next());
  if (!result.ok) throw toTrpcError(result.error);
  return result;
});
