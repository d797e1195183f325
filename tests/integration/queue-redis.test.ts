import { Redis } from "ioredis";
import { expect, inject, it } from "vitest";
import { connectionKind } from "@/queue/backend";
import { putQueueOnRedis } from "./database";
import { describeQueue } from "./queue-behaviour";

putQueueOnRedis();
it("lives in Redis when that is set", () => expect(connectionKind()).toBe("redis"));
describeQueue();

it("keeps all its keys in one hash slot", async () => {
  const redis = new Redis(inject("redisUrl"));
  const keys = await redis.keys(`*${process.env.QUEUE_PREFIX}*`);
  redis.disconnect();
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(key).toMatch(/^\{facnet_test_\w+\}:validation/);
});
