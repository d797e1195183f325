// PM2: `pm2 start ecosystem.config.cjs`, after `npm ci`, `npm run build` and `npm run migrate`. See docs/DEPLOYMENT.md.
// Settings come from the environment of that command, else from .env beside this file.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const settings = join(__dirname, ".env");
if (existsSync(settings)) process.loadEnvFile(settings);

const common = {
  cwd: __dirname,
  env: { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", MALLOC_ARENA_MAX: "2" },
  merge_logs: true,
  // A fault that comes back at each start, such as a database that is away, is tried ever more slowly, for ever.
  exp_backoff_restart_delay: 500,
};

module.exports = {
  apps: [
    {
      ...common,
      name: "facnet-web",
      script: "scripts/start-web.mjs",
      exec_mode: "cluster",
      instances: Number(process.env.WEB_PROCESSES || 2),
      // A reload stops the old process once the new one listens; Next holds requests until it can answer them.
      listen_timeout: 60_000,
      // Requests at work have 10 s, an upload goes on for as long as it takes up to this.
      kill_timeout: 60_000,
    },
    {
      ...common,
      name: "facnet-worker",
      script: "dist/worker/main.js",
      // PM2's cluster mode forks with flags of its own, and a worker listens on no port.
      exec_mode: "fork",
      instances: Number(process.env.WORKER_PROCESSES || 1),
      node_args: ["--max-semi-space-size=8"],
      // Running jobs have so long before they are given back, which itself has 10 s.
      kill_timeout: (Number(process.env.STOP_SECONDS || 30) + 15) * 1000,
    },
  ],
};
