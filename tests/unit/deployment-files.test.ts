import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { z } from "zod";
import { Env } from "@/env";
import { hardStopMs } from "../../worker/stop-times";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");
const delivered = Env.parse({ DATABASE_URL: "postgresql://localhost/facnet" });
const longestStopMs = delivered.STOP_SECONDS * 1000 + hardStopMs;

const Ecosystem = z.object({
  apps: z.array(
    z.object({
      name: z.string(),
      script: z.string(),
      exec_mode: z.string(),
      kill_timeout: z.number(),
      node_args: z.array(z.string()).optional(),
    }),
  ),
});

test("PM2 runs the web as a cluster and the worker by itself, and waits longer than either needs to stop", () => {
  const { apps } = Ecosystem.parse(createRequire(import.meta.url)(`${root}ecosystem.config.cjs`));
  const web = apps.find(({ name }) => name === "facnet-web");
  const worker = apps.find(({ name }) => name === "facnet-worker");
  expect(web).toMatchObject({ exec_mode: "cluster", script: "scripts/start-web.mjs" });
  expect(worker).toMatchObject({ exec_mode: "fork", script: "dist/worker/main.js" });
  for (const app of apps) expect(app.kill_timeout).toBeGreaterThan(longestStopMs);
});

test("PM2, systemd and npm start the worker with the same flags", () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read("package.json")));
  const command = scripts["start:worker"];
  const { apps } = Ecosystem.parse(createRequire(import.meta.url)(`${root}ecosystem.config.cjs`));
  const worker = apps.find(({ name }) => name === "facnet-worker");
  expect(["node", ...(worker?.node_args ?? []), worker?.script].join(" ")).toBe(command);
  expect(read("deploy/systemd/facnet-worker@.service")).toContain(`ExecStart=/usr/bin/${command}\n`);
});

test.each(["facnet-web.service", "facnet-worker@.service"])("%s waits longer than a stop takes", (name) => {
  const seconds = /^TimeoutStopSec=(\d+)$/m.exec(read(`deploy/systemd/${name}`))?.[1];
  expect(Number(seconds) * 1000).toBeGreaterThan(longestStopMs);
});

test("nginx lets uploads and events through as they come, and passes Host on", () => {
  const site = read("deploy/nginx.conf");
  for (const line of [
    "proxy_request_buffering off;",
    "proxy_buffering off;",
    "proxy_set_header Host $http_host;",
    "client_max_body_size 0;",
  ])
    expect(site).toContain(line);
  expect(site).toMatch(/listen 443 ssl http2;/);
});
