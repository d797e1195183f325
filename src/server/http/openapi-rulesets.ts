import { z } from "zod";
import type { ZodOpenApiPathsObject } from "zod-openapi";
import { json, problemsOf } from "./openapi-parts";
import { RulesetQuery, SaveQuery, TableQuery } from "./rulesets";

const problems = problemsOf("ruleset");
const path = z.object({ id: z.string().meta({ description: "The ruleset's id." }) });

const RulesetVersion = z
  .object({ id: z.string(), version: z.number().int(), title: z.string(), createdAt: z.iso.datetime() })
  .meta({ id: "RulesetVersion" });
const Versions = z.object({ items: z.array(RulesetVersion) });

const SavedRuleset = z
  .object({
    id: z.string(),
    version: z.number().int(),
    created: z.boolean().meta({ description: "False when the latest version is the same already." }),
  })
  .meta({ id: "SavedRuleset" });

const at = z.number().int().meta({ description: "From 1; the end is exclusive." });
const RulesetCheck = z
  .object({
    problems: z.array(
      z.object({
        path: z.string().meta({ examples: ["schema.fields.3.type"] }),
        message: z.string(),
        line: at,
        column: at,
        endLine: at,
        endColumn: at,
      }),
    ),
    ruleset: z.object({ id: z.string(), title: z.string() }).nullable(),
  })
  .meta({ id: "RulesetCheck" });

const texts = { "application/yaml": { schema: z.string() }, "application/json": { schema: z.string() } };

const form = z.object({
  ruleset: z.string().meta({ description: "The document, as YAML or JSON." }),
  table: z.array(z.string().meta({ format: "binary" })).meta({
    description:
      "Reference tables, each by its file name. What is not sent stays as the latest version has it.",
  }),
});

const ReferenceTable = z
  .object({ path: z.string(), sha256: z.string(), bytes: z.number().int(), rows: z.number().int() })
  .meta({ id: "ReferenceTable" });
const tablePath = path.extend({ path: z.string().meta({ examples: ["codes.csv"] }) });

/** The doors of rulesets, as the OpenAPI document tells them. */
export const rulesetPaths: ZodOpenApiPathsObject = {
  "/api/rulesets": {
    get: {
      operationId: "listRulesets",
      summary: "List rulesets, each in its latest version",
      responses: { "200": json("The rulesets.", Versions), ...problems() },
    },
    post: {
      operationId: "saveRuleset",
      summary: "Save a ruleset or a plain Table Schema as the next version, or only check it",
      requestParams: { query: SaveQuery },
      requestBody: { required: true, content: { ...texts, "multipart/form-data": { schema: form } } },
      responses: {
        "200": json("Unchanged, or what a dry run found.", z.union([SavedRuleset, RulesetCheck])),
        "201": json("Saved as a new version.", SavedRuleset),
        ...problems(400, 413),
      },
    },
  },
  "/api/rulesets/{id}": {
    get: {
      operationId: "getRuleset",
      summary: "One version as its author wrote it, or in the other format",
      requestParams: { path, query: RulesetQuery },
      responses: { "200": { description: "The document.", content: texts }, ...problems(400, 404) },
    },
  },
  "/api/rulesets/{id}/versions": {
    get: {
      operationId: "listRulesetVersions",
      summary: "The versions of a ruleset, the latest first",
      requestParams: { path },
      responses: { "200": json("The versions.", Versions), ...problems(404) },
    },
  },
  "/api/rulesets/{id}/tables": {
    get: {
      operationId: "listReferenceTables",
      summary: "The reference tables of one version",
      requestParams: { path, query: TableQuery },
      responses: {
        "200": json("The tables.", z.object({ items: z.array(ReferenceTable) })),
        ...problems(400, 404),
      },
    },
  },
  "/api/rulesets/{id}/tables/{path}": {
    get: {
      operationId: "getReferenceTable",
      summary: "One reference table as CSV, in UTF-8",
      requestParams: { path: tablePath, query: TableQuery },
      responses: {
        "200": { description: "The table.", content: { "text/csv": { schema: z.string() } } },
        ...problems(400, 404),
      },
    },
  },
  "/api/rulesets/schema.json": {
    get: {
      operationId: "getRulesetSchema",
      summary: "JSON Schema of a ruleset's document",
      security: [],
      responses: {
        "200": {
          description: "The schema.",
          content: { "application/schema+json": { schema: z.record(z.string(), z.unknown()) } },
        },
        ...problems(),
      },
    },
  },
};
