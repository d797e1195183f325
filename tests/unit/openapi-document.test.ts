import { beforeAll, expect, it } from "vitest";

let openApiDocument: typeof import("@/server/http/openapi").openApiDocument;

// All of the doors are loaded: on a busy machine that takes longer than a test may.
beforeAll(async () => {
  process.env.DATABASE_URL = "postgres://unused";
  ({ openApiDocument } = await import("@/server/http/openapi"));
}, 60_000);

it("describes every plain HTTP door as OpenAPI 3.1", () => {
  const document = openApiDocument();
  expect(document.openapi).toBe("3.1.0");
  expect(Object.keys(document.paths ?? {})).toEqual([
    "/api/validations",
    "/api/validations/{id}",
    "/api/validations/{id}/events",
    "/api/validations/{id}/findings",
    "/api/validations/{id}/report",
    "/api/validations/{id}/rows",
    "/api/validations/{id}/days",
    "/api/validations/{id}/compare",
    "/api/validations/{id}/draft-ruleset",
    "/api/validations/{id}/cancel",
    "/api/validations/{id}/retry",
    "/api/batches",
    "/api/batches/{id}",
    "/api/batches/{id}/files",
    "/api/batches/{id}/close",
    "/api/batches/{id}/runs",
    "/api/batches/{id}/events",
    "/api/batches/{id}/findings",
    "/api/batches/{id}/cancel",
    "/api/batches/{id}/retry",
    "/api/rulesets",
    "/api/rulesets/{id}",
    "/api/rulesets/{id}/versions",
    "/api/rulesets/{id}/tables",
    "/api/rulesets/{id}/tables/{path}",
    "/api/rulesets/schema.json",
    "/api/webhooks",
    "/api/webhooks/{id}",
    "/api/webhooks/{id}/test",
    "/api/webhooks/{id}/deliveries",
    "/api/webhooks/deliveries/{id}/redeliver",
    "/api/queue",
    "/api/queue/events",
    "/api/session",
    "/api/health",
    "/api/health/live",
    "/api/health/ready",
    "/api/metrics",
  ]);
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(
    expect.arrayContaining(["Run", "Batch", "Enqueued", "FindingsPage", "Problem", "WatchEvent"]),
  );
  expect(JSON.stringify(document)).not.toContain('"$ref":"#/components/schemas/undefined"');
});

it("tells what each reading option of a submission does", () => {
  const parameters = openApiDocument().paths?.["/api/validations"]?.post?.parameters ?? [];
  const told = new Map(
    parameters.map((parameter) => ("name" in parameter ? [parameter.name, parameter.description] : ["", ""])),
  );
  for (const name of [
    ...["encoding", "delimiter", "quoteChar", "doubleQuote", "escapeChar", "header"],
    ...["skipLines", "skipInitialSpace", "commentChar", "lineTerminator"],
  ])
    expect(told.get(name), name).toMatch(/\.$/);
});
