import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { Env } from "@/env";
import { hardStopMs } from "../../worker/stop-times";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");
const delivered = Env.parse({ DATABASE_URL: "postgresql://localhost/facnet" });
const longestStopMs = delivered.STOP_SECONDS * 1000 + hardStopMs;

const Service = z.looseObject({
  image: z.string(),
  build: z.string().optional(),
  command: z.array(z.string()).optional(),
  user: z.string().optional(),
  read_only: z.boolean().optional(),
  cap_drop: z.array(z.string()).optional(),
  environment: z.record(z.string(), z.string()),
  volumes: z.array(z.string()),
  depends_on: z.record(z.string(), z.object({ condition: z.string() })).optional(),
  healthcheck: z.record(z.string(), z.unknown()).optional(),
  stop_grace_period: z.string().optional(),
  container_name: z.never().optional(),
});
const Compose = z.object({
  services: z.record(z.string(), Service),
  volumes: z.record(z.string(), z.unknown()),
});

const compose = Compose.parse(parse(read("compose.yaml"), { merge: true }));
const service = (name: string) => {
  const found = compose.services[name];
  if (!found) throw new Error(`compose.yaml has no ${name}`);
  return found;
};
const graceMs = (name: string) => Number(/^(\d+)s$/.exec(service(name).stop_grace_period ?? "")?.[1]) * 1000;

/** The Dockerfile's stages, each a list of instructions. */
const stages = read("Dockerfile")
  .replaceAll("\\\n", " ")
  .split("\n")
  .filter((line) => /^[A-Z]+ /.test(line))
  .reduce<string[][]>((all, line) => {
    if (line.startsWith("FROM ")) all.push([]);
    all.at(-1)?.push(line);
    return all;
  }, []);
const last = stages.at(-1) ?? [];

test("the image runs as an ordinary user, starts Node itself and asks it whether it is well", () => {
  expect(last.filter((line) => line.startsWith("USER "))).toEqual(["USER node"]);
  expect(last.at(-1)).toBe('CMD ["node", "scripts/start-web.mjs"]');
  expect(last).toContain("STOPSIGNAL SIGTERM");
  expect(last.find((line) => line.startsWith("HEALTHCHECK "))).toContain(
    'CMD ["node", "scripts/is-well.mjs", "web"]',
  );
  expect(last.some((line) => line.startsWith("ENTRYPOINT "))).toBe(false);
});

test("the image's last stage is given what it lists, and nothing that installs or builds", () => {
  expect(last.filter((line) => line.startsWith("COPY . "))).toEqual([]);
  expect(last.filter((line) => /\bnpm\b/.test(line))).toEqual([]);
  const sources = last
    .filter((line) => line.startsWith("COPY ") && !line.includes("--from="))
    .flatMap((line) => line.split(" ").slice(1, -1));
  expect(sources).toContain("prisma");
  for (const source of sources) expect(existsSync(`${root}${source}`)).toBe(true);
});

test("nothing secret gets into the build: what is let through is listed, and no .env is", () => {
  const rules = read(".dockerignore").trim().split("\n");
  const open = rules.filter((rule) => rule.startsWith("!")).map((rule) => rule.slice(1));
  expect(rules.find((rule) => !rule.startsWith("#"))).toBe("*");
  for (const path of open) expect(existsSync(`${root}${path}`)).toBe(true);
  for (const path of [".env", ".data", ".git", "node_modules", ".next", "compose.yaml"])
    expect(open).not.toContain(path);
  const named = stages.flat().filter((line) => /^(ENV|ARG) .*(TOKEN|PASSWORD|SECRET|_URL)/.test(line));
  expect(named).toEqual([]);
});

test("compose has no secret of its own: each comes from the environment, which must have it", () => {
  const text = read("compose.yaml");
  for (const name of ["ACCESS_TOKEN", "POSTGRES_PASSWORD", "REDIS_PASSWORD"]) {
    const uses = text.match(new RegExp(`\\$\\{${name}[^}]*\\}`, "g")) ?? [];
    expect(uses.length).toBeGreaterThan(0);
    for (const use of uses) expect(use).toMatch(/:\?/);
  }
});

test("compose waits longer for web and worker than either takes to stop", () => {
  for (const name of ["web", "worker"]) expect(graceMs(name)).toBeGreaterThan(longestStopMs);
});

test("compose starts the worker as npm does, as often as one likes, and migrates once before it", () => {
  const { scripts } = z
    .object({ scripts: z.record(z.string(), z.string()) })
    .parse(JSON.parse(read("package.json")));
  expect(service("worker").command?.join(" ")).toBe(scripts["start:worker"]);
  expect(service("migrate").command?.join(" ")).toBe(scripts.migrate);
  for (const name of ["web", "worker"])
    expect(service(name).depends_on).toEqual({
      migrate: { condition: "service_completed_successfully" },
      redis: { condition: "service_healthy" },
    });
  expect(service("migrate").depends_on).toEqual({ postgres: { condition: "service_healthy" } });
  for (const name of ["postgres", "redis"]) expect(service(name).healthcheck).toHaveProperty("test");
});

test("compose's Redis evicts nothing, keeps what it has and wants a password", () => {
  const command = service("redis").command?.join(" ") ?? "";
  expect(command).toContain("--maxmemory-policy noeviction");
  expect(command).toContain("--appendonly yes");
  expect(command).toContain("--requirepass ${REDIS_PASSWORD:?");
});

test("compose's containers of ours cannot write but to their volume, and have no privileges", () => {
  for (const name of ["web", "worker", "migrate"]) {
    const { read_only, cap_drop, user, volumes } = service(name);
    expect({ read_only, cap_drop, user, volumes }).toEqual({
      read_only: true,
      cap_drop: ["ALL"],
      user: undefined,
      volumes: ["data:/data"],
    });
  }
  const named = Object.values(compose.services).flatMap(({ volumes }) => volumes);
  for (const volume of named) expect(Object.keys(compose.volumes)).toContain(volume.split(":")[0]);
});
