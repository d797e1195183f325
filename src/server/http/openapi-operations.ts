import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { HealthBody, LiveBody, ReadyBody } from "./bodies";
import { json, problems } from "./openapi-parts";

/** The doors for those who run the service. */
export const operationPaths: ZodOpenApiPathsObject = {
  "/api/health": {
    get: {
      operationId: "getHealth",
      summary: "Whether the database and the queue answer",
      security: [],
      responses: { "200": json("Both answer.", HealthBody), "503": json("One does not.", HealthBody) },
    },
  },
  "/api/health/live": {
    get: {
      operationId: "getLiveness",
      summary: "Whether the web process answers at all",
      security: [],
      responses: { "200": json("It does.", LiveBody) },
    },
  },
  "/api/health/ready": {
    get: {
      operationId: "getReadiness",
      summary: "Whether a file that came now would be validated, and what stands in the way",
      security: [],
      responses: { "200": json("It would.", ReadyBody), "503": json("It would not.", ReadyBody) },
    },
  },
  "/api/metrics": {
    get: {
      operationId: "getMetrics",
      summary: "Metrics in the Prometheus text format",
      responses: {
        "200": { description: "Metrics.", content: { "text/plain": { schema: z.string() } } },
        ...problems(),
      },
    },
  },
};
