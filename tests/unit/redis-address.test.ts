import { afterEach, expect, it } from "vitest";
import { env } from "@/env";
import { nameOf, redisAddress } from "@/queue/redis-address";

process.env.DATABASE_URL = "postgresql://nowhere/none";
const settings = env();

afterEach(() => {
  settings.REDIS_URL = undefined;
  settings.REDIS_CLUSTER = false;
});

function read(url: string, cluster = false) {
  settings.REDIS_URL = url;
  settings.REDIS_CLUSTER = cluster;
  return redisAddress();
}

it("is null where the queue is in PostgreSQL", () => {
  expect(redisAddress()).toBeNull();
});

it("knows one server with user, password and database", () => {
  expect(read("redis://me:p%40ss%3A1@queue.example:7000/3")).toEqual({
    ...{ nodes: [{ host: "queue.example", port: 7000 }], isCluster: false, db: 3 },
    ...{ username: "me", password: "p@ss:1", tls: undefined },
  });
  expect(read("redis://:secret@[::1]")).toMatchObject({
    ...{ nodes: [{ host: "::1", port: 6379 }], username: undefined, password: "secret", db: 0 },
  });
});

it("takes several servers, or REDIS_CLUSTER, for a cluster", () => {
  const address = read("rediss://me:secret@a:7001,b:7002,[fd00::1]:7003");
  expect(address).toMatchObject({ isCluster: true, username: "me", tls: {} });
  expect(address && nameOf(address)).toBe("a:7001, b:7002, fd00::1:7003");
  expect(read("redis://a:7001", true)?.isCluster).toBe(true);
});

it("knows a socket with its database", () => {
  expect(read("unix://:secret@/run/redis/redis.sock?db=2")).toMatchObject({
    ...{ path: "/run/redis/redis.sock", nodes: [], password: "secret", db: 2, isCluster: false },
  });
});

it.each([
  ["redis://:secret@a:7001,b:7002/1", false, /database 0 alone/],
  ["redis://:secret@a:7001/one", false, /database's number/],
  ["redis://:secret@a:port", false, /host:port/],
  ["redis://:secret@", false, /host:port/],
  ["unix://:secret@/run/redis.sock", true, /one server/],
])("refuses %s (cluster: %s) and repeats no password", (url, cluster, reason) => {
  expect(() => read(url, cluster)).toThrow(reason);
  expect(() => read(url, cluster)).not.toThrow("secret");
});
