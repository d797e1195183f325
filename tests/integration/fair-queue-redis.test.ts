import { putQueueOnRedis } from "./database";
import { describeFairness } from "./fair-queue-cases";

putQueueOnRedis();
describeFairness("Redis");
