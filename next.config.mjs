import createNextIntlPlugin from "next-intl/plugin";

const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

// Pages get their policy, with a nonce, from src/proxy.ts; an answer of the API is data and may run nothing.
const api = [
  { key: "Content-Security-Policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
];

/** @type {import("next").NextConfig} */
const config = {
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: [
    "bullmq",
    "@bull-board/api",
    "@bull-board/hono",
    "@bull-board/ui",
    "@hono/node-server",
    "hono",
    "bullmq-otel",
    "@opentelemetry/api",
    "@opentelemetry/context-async-hooks",
    "@opentelemetry/core",
    "@opentelemetry/exporter-trace-otlp-http",
    "@opentelemetry/exporter-trace-otlp-proto",
    "@opentelemetry/resources",
    "@opentelemetry/sdk-trace-base",
    "ioredis",
    "pg",
    "@prisma/client",
    "pino",
    "prom-client",
    "@duckdb/node-api",
    "@aws-sdk/client-s3",
    "@aws-sdk/lib-storage",
  ],
  experimental: {
    optimizePackageImports: ["@mantine/hooks", "@tabler/icons-react"],
  },
  headers: async () => [
    { source: "/:path*", headers: everywhere },
    { source: "/api/:path*", headers: api },
  ],
};

const withMessages = createNextIntlPlugin({
  requestConfig: "./src/i18n/request.ts",
  experimental: {
    // Compiled at build time, so that the browser need not load the message parser.
    messages: { path: "./src/i18n/messages", format: "json", locales: ["en", "fr"], precompile: true },
  },
});

export default withMessages(config);
