import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { freePort } from "../service/free-port.mjs";
import { startRedis } from "./redis-server";
import { runScript } from "./run-script";

const look = (env: Record<string, string>) => runScript("scripts/check-redis.ts", [], env);

describe("with REDIS_URL", () => {
  let folder: string;
  let server: Awaited<ReturnType<typeof startRedis>>;
  const ask = async (...command: [string, ...string[]]) => {
    const redis = new Redis(server.url);
    await redis.call(...command);
    redis.disconnect();
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "facnet-redis-"));
    server = await startRedis(folder, { durable: true });
  });
  afterAll(async () => {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  it("ticks everything of a durable server that evicts nothing, and leaves no key", async () => {
    const { code, output } = await look({ REDIS_URL: server.url });
    expect(output).not.toContain("✗");
    expect(output.match(/^✓ /gm)).toHaveLength(9);
    expect(code).toBe(0);
    const redis = new Redis(server.url);
    const keys = await redis.keys("*");
    redis.disconnect();
    expect(keys).toEqual([]);
  });

  it("crosses a policy that evicts, and a server that keeps nothing, each with what to do", async () => {
    await ask("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
    await ask("CONFIG", "SET", "appendonly", "no");
    const { code, output } = await look({ REDIS_URL: server.url });
    await ask("CONFIG", "SET", "maxmemory-policy", "noeviction");
    await ask("CONFIG", "SET", "appendonly", "yes");
    expect(output).toMatch(
      /✗ maxmemory-policy noeviction: allkeys-lru\n {4}Set `maxmemory-policy noeviction`/,
    );
    expect(output).toMatch(/✗ persistence: the append-only file is off\n {4}Set `appendonly yes`/);
    expect(output).toContain("2 to put right.");
    expect(code).toBe(1);
  });

  it("tells a wrong password from a server that is away, and repeats no password", async () => {
    const [, address] = server.url.split("//");
    await ask("CONFIG", "SET", "requirepass", "right-one");
    const wrong = await look({ REDIS_URL: `redis://:wrong-one@${address}` });
    const right = new Redis(`redis://:right-one@${address}`);
    await right.config("SET", "requirepass", "");
    right.disconnect();
    expect(wrong.output).toMatch(/✓ connect: .*\n✗ ready: WRONGPASS/);
    expect(wrong.output).not.toContain("wrong-one");
    expect(wrong.code).toBe(1);

    const away = await look({ REDIS_URL: `redis://127.0.0.1:${await freePort()}` });
    expect(away.output).toMatch(/✗ connect: .*ECONNREFUSED.*\n {4}Start Redis/);
    expect(away.output.match(/✗/g)).toHaveLength(1);
    expect(away.code).toBe(1);
  });
});

describe("without REDIS_URL", () => {
  it("ticks connection, version, migrations and the queue in PostgreSQL", async () => {
    const { code, output } = await look({ REDIS_URL: "" });
    expect(output).not.toContain("✗");
    expect(output.match(/^✓ /gm)).toHaveLength(4);
    expect(code).toBe(0);
  });

  it("crosses a database that was never migrated", async () => {
    const { code, output } = await look({ REDIS_URL: "", DATABASE_URL: `${inject("postgresUrl")}/postgres` });
    expect(output).toMatch(/✓ connect/);
    expect(output).toMatch(/✗ migrations: .*_prisma_migrations.*\n {4}Run `npm run migrate`/);
    expect(output).toMatch(/✗ queue: add and read a job/);
    expect(code).toBe(1);
  });

  it("crosses a database that is away", async () => {
    const url = `postgresql://facnet:secret-one@127.0.0.1:${await freePort()}/facnet`;
    const { code, output } = await look({ REDIS_URL: "", DATABASE_URL: url });
    expect(output).toMatch(/✗ connect: .*ECONNREFUSED/);
    expect(output).not.toContain("secret-one");
    expect(code).toBe(1);
  });
});
