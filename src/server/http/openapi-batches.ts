import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { CreateBatchInput } from "@/services/batch-inputs";
import { AddedRuns, Batch, BatchEvent, BatchesPage, BatchRun, RetriedRuns } from "./batch-bodies";
import { BatchFindingsQuery } from "./batch-findings";
import { BatchesQuery } from "./batches";
import { binary, json, problemsOf } from "./openapi-parts";
import { BatchFields } from "./submit-batch";

const problems = problemsOf("batch");
const path = z.object({ id: z.uuid().meta({ description: "The batch's id." }) });
const files = z.array(z.any().meta({ override: binary }));

/** The doors of batches, as the OpenAPI document tells them. */
export const batchPaths: ZodOpenApiPathsObject = {
  "/api/batches": {
    post: {
      operationId: "createBatch",
      summary: "Upload many files as one batch, or make one of uploaded files or of files to come",
      description:
        "A form has each file in a field `file` and is taken whole or not at all. JSON names uploaded files, or announces `expectedFiles` that then come one by one; such a batch closes when all are in, when it is closed, or by itself when none has come for an hour (`BATCH_OPEN_MINUTES`).",
      requestParams: {
        header: z.object({
          "idempotency-key": z.uuid().optional().meta({
            description:
              "The batch's id, made by the sender: the same request sent again makes no second batch.",
          }),
        }),
      },
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": { schema: BatchFields.extend({ file: files }) },
          "application/json": { schema: CreateBatchInput },
        },
      },
      responses: {
        "202": {
          ...json("Made; its files are queued.", AddedRuns),
          headers: z.object({ location: z.string().meta({ description: "Address of the batch." }) }),
        },
        ...problems(400, 404, 409, 410, 413),
      },
    },
    get: {
      operationId: "listBatches",
      summary: "List batches, newest first",
      requestParams: { query: BatchesQuery },
      responses: { "200": json("One page.", BatchesPage), ...problems(400) },
    },
  },
  "/api/batches/{id}": {
    get: {
      operationId: "getBatch",
      summary: "Progress, verdicts and counts of all its files together",
      requestParams: { path },
      responses: { "200": json("The batch as it stands.", Batch), ...problems(404) },
    },
    delete: {
      operationId: "deleteBatch",
      summary: "Delete a batch with its validations and their files",
      requestParams: { path },
      responses: { "204": { description: "Deleted." }, ...problems(404) },
    },
  },
  "/api/batches/{id}/files": {
    post: {
      operationId: "addToBatch",
      summary: "Upload further files into an open batch",
      requestParams: {
        path,
        query: z.object({
          fileName: z.string().optional().meta({ description: "Name of a file sent as the raw body." }),
        }),
      },
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": { schema: z.object({ file: files }) },
          "application/octet-stream": { schema: binary },
          "text/csv": { schema: binary },
        },
      },
      responses: { "202": json("Queued.", AddedRuns), ...problems(400, 404, 409, 413) },
    },
  },
  "/api/batches/{id}/close": {
    post: {
      operationId: "closeBatch",
      summary: "Say that no more files come",
      requestParams: { path },
      responses: { "200": json("Closed.", Batch), ...problems(404) },
    },
  },
  "/api/batches/{id}/runs": {
    get: {
      operationId: "listBatchRuns",
      summary: "The validation of each of its files",
      requestParams: { path },
      responses: { "200": json("All of them.", z.object({ items: z.array(BatchRun) })), ...problems(404) },
    },
  },
  "/api/batches/{id}/events": {
    get: {
      operationId: "watchBatch",
      summary: "Progress of the batch and of each file, as server-sent events over one connection",
      description: "Each event's id is the revision. The stream ends when the batch has ended.",
      requestParams: {
        path,
        header: z.object({
          "last-event-id": z.string().optional().meta({ description: "Revision to resume after." }),
        }),
      },
      responses: {
        "200": {
          description: "A stream of events.",
          content: { "text/event-stream": { schema: BatchEvent } },
        },
        "204": { description: "It has ended, and `last-event-id` names its last revision." },
        ...problems(404),
      },
    },
  },
  "/api/batches/{id}/findings": {
    get: {
      operationId: "listBatchFindings",
      summary: "Kept findings of all files, each with its file's name, as CSV or NDJSON",
      requestParams: { path, query: BatchFindingsQuery },
      responses: {
        "200": {
          description: "The findings, file after file.",
          content: { "text/csv": { schema: z.string() }, "application/x-ndjson": { schema: z.string() } },
        },
        ...problems(400, 404),
      },
    },
  },
  "/api/batches/{id}/cancel": {
    post: {
      operationId: "cancelBatch",
      summary: "Cancel what has not ended",
      requestParams: { path },
      responses: { "200": json("Cancelled.", Batch), ...problems(404, 409) },
    },
  },
  "/api/batches/{id}/retry": {
    post: {
      operationId: "retryBatch",
      summary: "Run again what has failed or was cancelled",
      requestParams: { path },
      responses: { "202": json("Queued.", RetriedRuns), ...problems(404, 409, 410, 503) },
    },
  },
};
