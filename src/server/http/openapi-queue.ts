import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { queueRanges } from "@/queue-range";
import { QueueRangeInput } from "@/services/inputs";
import { queueVerdicts } from "@/services/queue-verdict";
import { Stage } from "@/snapshot";
import { json, problems } from "./openapi-parts";

const whole = z.number().int();
const percentiles = z
  .object({ p50: z.number(), p95: z.number(), p99: z.number() })
  .nullable()
  .meta({ description: "Seconds that 50, 95 and 99 of a hundred runs did not exceed." });
const failures = z
  .object({ file: whole, queue: whole, database: whole, storage: whole, worker: whole })
  .meta({ description: "Failed validations by whose business the fault is." });
const runRef = { runId: z.uuid(), fileName: z.string() };

/** The queue at one moment. */
export const QueueState = z
  .object({
    at: z.iso.datetime(),
    backend: z.enum(["redis", "postgres"]),
    verdict: z.enum(queueVerdicts).meta({ description: "Whether it moves, and if not, why." }),
    waiting: z.object({
      high: whole,
      normal: whole,
      low: whole,
      total: whole,
      retrying: whole.meta({ description: "Those that pause before another attempt." }),
    }),
    waitingSince: z.iso.datetime().nullable(),
    active: whole,
    nextInSeconds: z
      .number()
      .nullable()
      .meta({ description: "Until another can start; null when not known." }),
    running: z.array(
      z.object({
        ...runRef,
        stage: Stage.nullable(),
        progress: z.number(),
        attempt: whole,
        startedAt: z.iso.datetime().nullable(),
      }),
    ),
    workers: z.array(
      z.object({
        id: z.uuid(),
        host: z.string(),
        startedAt: z.iso.datetime(),
        silentSeconds: whole,
        isAlive: z.boolean(),
        active: whole,
        runs: z.array(z.object(runRef)),
      }),
    ),
    queues: z
      .array(
        z.object({
          name: z.enum(["validation", "webhooks", "upkeep"]),
          waiting: whole,
          active: whole,
          delayed: whole,
          completed: whole,
          failed: whole,
          isPaused: z.boolean(),
        }),
      )
      .nullable()
      .meta({ description: "Jobs in each queue; null when the queue cannot be reached." }),
  })
  .meta({ id: "QueueState" });

/** What happened over a stretch of time. */
export const QueueHistory = z
  .object({
    range: z.enum(queueRanges),
    at: z.iso.datetime(),
    stepSeconds: whole,
    points: z.array(
      z.object({
        at: z.iso.datetime(),
        waiting: z.number().meta({ description: "On average over the step." }),
        active: z.number().meta({ description: "On average over the step." }),
        runsPerMinute: z.number(),
        rowsPerMinute: z.number(),
        failures,
        wait: percentiles,
        run: percentiles,
      }),
    ),
    totals: z.object({
      ended: whole,
      failures,
      runsPerMinute: z.number(),
      rowsPerMinute: z.number(),
      wait: percentiles,
      run: percentiles,
    }),
  })
  .meta({ id: "QueueHistory" });

const QueueEvent = z.union([
  z.object({ kind: z.literal("state"), state: QueueState }),
  z.object({ kind: z.literal("history"), history: QueueHistory }),
]);

/** The doors of the queue, as the OpenAPI document tells them. */
export const queuePaths: ZodOpenApiPathsObject = {
  "/api/queue": {
    get: {
      operationId: "getQueue",
      summary: "Whether the queue moves, its depth, workers and history",
      requestParams: { query: QueueRangeInput },
      responses: {
        "200": json("The queue.", z.object({ state: QueueState, history: QueueHistory })),
        ...problems(400),
      },
    },
  },
  "/api/queue/events": {
    get: {
      operationId: "watchQueue",
      summary: "The same as server-sent events",
      description: "State and history at once, then each again when it is another. It never ends by itself.",
      requestParams: { query: QueueRangeInput },
      responses: {
        "200": {
          description: "A stream of events.",
          content: { "text/event-stream": { schema: QueueEvent } },
        },
        ...problems(400),
      },
    },
  },
};
