import { putQueueOnRedis } from "./database";
import { describeTracing } from "./tracing-cases";

putQueueOnRedis();
await describeTracing();
