import { putQueueOnRedis } from "./database";
import { describeMonitor } from "./monitor-cases";

putQueueOnRedis();
describeMonitor("redis");
