import { vi } from "vitest";
import { putQueueOnRedis } from "./database";
import { describeWorker } from "./worker-cases";

putQueueOnRedis();
vi.setConfig({ testTimeout: 90_000 });
describeWorker("Redis");
