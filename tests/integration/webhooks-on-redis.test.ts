import { putQueueOnRedis } from "./database";
import { describeWebhooks } from "./webhook-cases";

putQueueOnRedis();
describeWebhooks("Redis");
