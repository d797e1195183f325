import { describeBatches } from "./batch-cases";
import { putQueueOnRedis } from "./database";

putQueueOnRedis();
describeBatches("Redis");
