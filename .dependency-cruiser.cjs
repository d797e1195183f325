// The import law of docs/ARCHITECTURE.md. A rule's comment is the reason, and is printed when the rule is broken.
const room = (...names) => `^src/(${names.join("|")})/`;
const packages = (...names) => `node_modules/(${names.join("|")})/`;
const floor = "^src/(env|log|errors|on-global|snapshot|tracing)\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: "core-is-plain",
      comment:
        "core is the domain: bytes in, findings out. It must run in a thread, a terminal or a test with no service, so it knows no other room, no settings and no package but zod, csv-parse, the expression language of rules, ajv (JSON Schema in a cell), re2js (patterns in linear time) and yaml (how a ruleset is written).",
      severity: "error",
      from: { path: room("core") },
      to: {
        pathNot: [
          room("core"),
          packages("zod", "csv-parse", "ajv", "re2js", "yaml", "@duckdb/node-api", "@marcbachmann/cel-js"),
        ],
        dependencyTypesNot: ["core"],
      },
    },
    {
      name: "core-has-no-process-of-its-own",
      comment:
        "core opens a file and reads it; sockets, child processes and clusters belong to the rooms around it.",
      severity: "error",
      from: { path: room("core") },
      to: { path: "^(node:)?(http|https|http2|net|tls|dgram|child_process|cluster)$" },
    },
    {
      name: "only-staging-imports-duckdb",
      comment: "The staging database is one room's affair, so that another engine can take its place.",
      severity: "error",
      from: { pathNot: "^src/core/staging/" },
      to: { path: packages("@duckdb") },
    },
    {
      name: "only-rules-import-cel",
      comment: "Expressions are compiled, weighed and run in one room, so that none is run unweighed.",
      severity: "error",
      from: { pathNot: "^src/core/rules/" },
      to: { path: packages("@marcbachmann") },
    },
    {
      name: "only-db-imports-prisma-and-pg",
      comment: "db is the memory. Elsewhere a query could forget its owner or its claim.",
      severity: "error",
      from: { pathNot: room("db") },
      to: { path: ["^src/db/generated/", packages("@prisma", "prisma", "pg", "pg-copy-streams")] },
    },
    {
      name: "only-queue-imports-ioredis",
      comment: "Which backend the queue has is decided in src/queue/backend.ts and known nowhere else.",
      severity: "error",
      from: { pathNot: room("queue") },
      to: { path: packages("ioredis") },
    },
    {
      name: "only-queue-and-worker-import-bullmq",
      comment:
        "A service asks the post office in our own words; only the queue room and the worker speak BullMQ.",
      severity: "error",
      from: { pathNot: ["^src/queue/", "^worker/"] },
      to: { path: packages("bullmq") },
    },
    {
      name: "db-knows-no-room-above",
      comment:
        "db reads and writes; it takes types from core and nothing from those who call it. The queue's contract is plain data: a run's row holds its job's id.",
      severity: "error",
      from: { path: room("db") },
      to: {
        path: ["^src/(storage|queue|webhooks|services|server|ui|app|i18n)/", "^(worker|cli)/"],
        pathNot: "^src/queue/contract\\.ts$",
      },
    },
    {
      name: "storage-and-queue-stand-alone",
      comment:
        "The shelf keeps bytes and the post office delivers runs; neither knows what a run or a finding is made of.",
      severity: "error",
      from: { path: room("storage", "queue") },
      to: { path: ["^src/(core|db|webhooks|services|server|ui|app|i18n)/", "^(worker|cli)/"] },
    },
    {
      name: "storage-and-queue-do-not-meet",
      comment: "A job carries a run's id, never a file; what joins them is a service or the worker.",
      severity: "error",
      from: { path: "^src/(storage|queue)/" },
      to: { path: "^src/(storage|queue)/", pathNot: "^src/$1/" },
    },
    {
      name: "webhooks-serve-services-and-worker",
      comment:
        "The messenger signs and sends; a service asks it to and the worker lets it, so it knows neither, nor what is in a file.",
      severity: "error",
      from: { path: room("webhooks") },
      to: { path: [room("core", "storage", "services", "server", "ui", "app", "i18n"), "^(worker|cli)/"] },
    },
    {
      name: "services-know-no-framework",
      comment:
        "What a user can do is the same by tRPC, by plain HTTP and in a test: services know neither Next nor tRPC.",
      severity: "error",
      from: { path: room("services") },
      to: {
        path: [
          room("server", "ui", "app", "i18n"),
          "^(worker|cli)/",
          packages("next", "next-intl", "@trpc", "react"),
        ],
      },
    },
    {
      name: "server-asks-services",
      comment:
        "A router that reads the database itself would skip the owner's scope that services apply. The type of what a service returns may come from db; stop-on-signal alone closes what the process has opened.",
      severity: "error",
      from: { path: room("server"), pathNot: "^src/server/stop-on-signal\\.ts$" },
      to: { path: room("db", "storage", "queue", "webhooks"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "server-is-behind-the-window",
      comment:
        "The counter serves any client; it knows neither pages nor doors, and neither worker nor terminal.",
      severity: "error",
      from: { path: room("server") },
      to: { path: ["^src/(ui|app)/", "^(worker|cli)/"] },
    },
    {
      name: "ui-takes-only-types-from-server",
      comment: "The browser's bundle must hold no server code: import type { AppRouter } is the one bridge.",
      severity: "error",
      from: { path: room("ui", "i18n") },
      to: { path: room("server"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "ui-knows-no-room-behind-the-counter",
      comment: "The window sees what the counter hands out, and the pure formatting of core/findings.",
      severity: "error",
      from: { path: room("ui", "i18n") },
      to: {
        path: ["^src/(core|db|storage|queue|services|app)/", "^src/(env|log)\\.ts$", "^(worker|cli)/"],
        pathNot: "^src/core/findings/",
      },
    },
    {
      name: "app-has-doors-only",
      comment:
        "A page or a route is a few lines: it opens on ui, server or services. Memory, shelf and queue are behind those.",
      severity: "error",
      from: { path: "^src/(app/|instrumentation|proxy)" },
      to: { path: [room("core", "db", "storage"), "^(worker|cli)/"] },
    },
    {
      name: "worker-is-no-server",
      comment: "The worker takes jobs. It must start without Next, tRPC, React, or an actor's services.",
      severity: "error",
      from: { path: "^worker/" },
      to: {
        path: [
          room("services", "server", "ui", "app", "i18n"),
          "^cli/",
          packages("next", "next-intl", "@trpc", "react"),
        ],
      },
    },
    {
      name: "nothing-imports-the-worker",
      comment: "The worker is another process: what both need belongs in src.",
      severity: "error",
      from: { path: "^(src|cli)/" },
      to: { path: "^worker/" },
    },
    {
      name: "nothing-imports-the-terminal",
      comment: "The terminal client is a client like any other.",
      severity: "error",
      from: { path: "^(src|worker)/" },
      to: { path: "^cli/" },
    },
    {
      name: "cli-is-a-client",
      comment:
        "The terminal talks to the service over HTTP: it takes the router's type, the error codes, the priorities, the snapshot and the findings' sentences, no more.",
      severity: "error",
      from: { path: "^cli/", pathNot: "^cli/check/" },
      to: {
        path: "^src/",
        pathNot: ["^src/core/findings/", "^src/(errors|priority|snapshot)\\.ts$", room("server")],
      },
    },
    {
      name: "cli-check-is-the-core-in-a-terminal",
      comment: "What the terminal does with no service, it does with the core alone.",
      severity: "error",
      from: { path: "^cli/check/" },
      to: { path: "^src/", pathNot: ["^src/core/"] },
    },
    {
      name: "cli-takes-only-types-from-server",
      comment: "Running server code in the terminal would open a database there.",
      severity: "error",
      from: { path: "^cli/" },
      to: { path: room("server"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "only-telemetry-loads-opentelemetry",
      comment:
        "Spans are made through src/tracing.ts, which costs nothing where no collector is set, and what they may say is decided in one room.",
      severity: "error",
      from: { pathNot: room("telemetry") },
      to: { path: packages("@opentelemetry", "bullmq-otel"), dependencyTypesNot: ["type-only"] },
    },
    {
      name: "telemetry-stands-on-the-floor",
      comment: "It carries facts out of the process; it must not be able to look for them.",
      severity: "error",
      from: { path: room("telemetry") },
      to: { path: ["^src/[^/]+/", "^(worker|cli)/"], pathNot: room("telemetry") },
    },
    {
      name: "floor-carries-the-rooms",
      comment:
        "The shared floor (settings, log, errors, snapshot) is under every room, so it can stand on none.",
      severity: "error",
      from: { path: floor },
      to: { path: ["^src/[^/]+/", "^(worker|cli)/"] },
    },
    {
      name: "no-circles",
      comment:
        "Two files that need each other at run time are one idea: join them, or move what they share below both.",
      severity: "error",
      from: { pathNot: "^src/db/generated/" },
      to: { circular: true, viaOnly: { pathNot: "^src/db/generated/", dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "everything-resolves",
      comment: "An import that leads nowhere.",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: "no-dev-package-at-run-time",
      comment: "What runs in production must be among dependencies.",
      severity: "error",
      from: { path: "^(src|worker|cli)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    // Type imports count: a type is knowledge too.
    tsPreCompilationDeps: true,
    doNotFollow: { path: ["node_modules", "^src/db/generated/"] },
    exclude: { path: "\\.(css|json)$" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      mainFields: ["module", "main", "types"],
    },
  },
};
