import { z } from "zod";
import { createDocument } from "zod-openapi";
import { Snapshot } from "@/snapshot";
import { FindingsPage, Run, RunsPage, WatchEvent } from "./bodies";
import { DraftQuery } from "./draft-ruleset";
import { FindingsHeaders, FindingsQuery } from "./findings";
import { batchPaths } from "./openapi-batches";
import { operationPaths } from "./openapi-operations";
import { accepted, binary, json, path, problems } from "./openapi-parts";
import { queuePaths } from "./openapi-queue";
import { reportPaths } from "./openapi-reports";
import { rulesetPaths } from "./openapi-rulesets";
import { webhookPaths } from "./openapi-webhooks";
import { RunsQuery } from "./runs";
import { SessionBody } from "./session-door";
import { SubmitFields } from "./submit-fields";

/** The OpenAPI 3.1 description of the plain HTTP doors, made from the schemas that they parse with. */
export function openApiDocument() {
  return createDocument({
    openapi: "3.1.0",
    info: {
      title: "FacNet Validator",
      version: "0.1.0",
      description: "Submit CSV files, follow their validation, read what is wrong with them.",
      license: { name: "MIT", identifier: "MIT" },
    },
    servers: [{ url: "/" }],
    components: { securitySchemes: { token: { type: "http", scheme: "bearer" } } },
    security: [{ token: [] }, {}],
    paths: {
      "/api/validations": {
        post: {
          operationId: "submitValidation",
          summary: "Upload a file and enqueue its validation",
          requestParams: {
            query: SubmitFields.extend({
              fileName: z.string().optional().meta({ description: "Name of a file sent as the raw body." }),
            }),
            header: z.object({
              "x-file-name": z.string().optional().meta({ description: "The same, percent-encoded." }),
            }),
          },
          requestBody: {
            required: true,
            content: {
              "multipart/form-data": {
                schema: SubmitFields.extend({ file: z.any().meta({ override: binary }) }),
              },
              "application/octet-stream": { schema: binary },
              "text/csv": { schema: binary },
            },
          },
          responses: { "202": accepted, ...problems(400, 404, 413, 503) },
        },
        get: {
          operationId: "listValidations",
          summary: "List validations, newest first",
          requestParams: { query: RunsQuery },
          responses: { "200": json("One page.", RunsPage), ...problems(400) },
        },
      },
      "/api/validations/{id}": {
        get: {
          operationId: "getValidation",
          summary: "Status, progress and counts",
          requestParams: { path },
          responses: { "200": json("The validation as it stands.", Run), ...problems(404) },
        },
        delete: {
          operationId: "deleteValidation",
          summary: "Delete a validation with its findings and its file",
          requestParams: { path },
          responses: { "204": { description: "Deleted." }, ...problems(404) },
        },
      },
      "/api/validations/{id}/events": {
        get: {
          operationId: "watchValidation",
          summary: "Progress as server-sent events",
          description:
            "Each event's id is the revision. The stream ends when the validation is final; its last event has `totals`, `report` and `fileKept`.",
          requestParams: {
            path,
            header: z.object({
              "last-event-id": z.string().optional().meta({ description: "Revision to resume after." }),
            }),
          },
          responses: {
            "200": {
              description: "A stream of events.",
              content: { "text/event-stream": { schema: WatchEvent } },
            },
            "204": { description: "It is final, and `last-event-id` names its last revision." },
            ...problems(404),
          },
        },
      },
      "/api/validations/{id}/findings": {
        get: {
          operationId: "listFindings",
          summary: "Kept findings as JSON pages, or all of them as NDJSON or CSV",
          requestParams: { path, query: FindingsQuery },
          responses: {
            "200": {
              description: "The findings.",
              headers: FindingsHeaders,
              content: {
                "application/json": { schema: FindingsPage },
                "application/x-ndjson": { schema: z.string() },
                "text/csv": { schema: z.string() },
              },
            },
            ...problems(400, 404),
          },
        },
      },
      ...reportPaths,
      "/api/validations/{id}/draft-ruleset": {
        get: {
          operationId: "draftRuleset",
          summary: "A ruleset drafted from the columns of a completed validation",
          requestParams: { path, query: DraftQuery },
          responses: {
            "200": {
              description: "A YAML document with remarks.",
              content: { "application/yaml": { schema: z.string() } },
            },
            ...problems(400, 404, 409),
          },
        },
      },
      "/api/validations/{id}/cancel": {
        post: {
          operationId: "cancelValidation",
          summary: "Cancel a queued or running validation",
          requestParams: { path },
          responses: { "200": json("Cancelled.", Snapshot), ...problems(404, 409) },
        },
      },
      "/api/validations/{id}/retry": {
        post: {
          operationId: "retryValidation",
          summary: "Run a failed or cancelled validation again",
          requestParams: { path },
          responses: { "202": accepted, ...problems(404, 409, 410, 503) },
        },
      },
      ...batchPaths,
      ...rulesetPaths,
      ...webhookPaths,
      ...queuePaths,
      "/api/session": {
        post: {
          operationId: "openSession",
          summary: "Trade the access token for a cookie",
          security: [],
          requestBody: { required: true, content: { "application/json": { schema: SessionBody } } },
          responses: { "200": json("Signed in.", z.object({ signedIn: z.boolean() })), ...problems(400) },
        },
        delete: {
          operationId: "closeSession",
          summary: "Clear the cookie",
          security: [],
          responses: { "204": { description: "Signed out." }, ...problems() },
        },
      },
      ...operationPaths,
    },
  });
}
