import { batchesRouter } from "./routers/batches";
import { filesRouter } from "./routers/files";
import { queueRouter } from "./routers/queue";
import { rulesetsRouter } from "./routers/rulesets";
import { runsRouter } from "./routers/runs";
import { webhooksRouter } from "./routers/webhooks";
import { createCallerFactory, router } from "./trpc";

/** Everything a browser or the terminal may ask of the service. */
export const appRouter = router({
  batches: batchesRouter,
  files: filesRouter,
  runs: runsRouter,
  rulesets: rulesetsRouter,
  queue: queueRouter,
  webhooks: webhooksRouter,
});

export type AppRouter = typeof appRouter;

/** Calls procedures inside the process, without HTTP. */
export const createCaller = createCallerFactory(appRouter);
