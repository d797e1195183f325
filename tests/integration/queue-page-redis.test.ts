import { putQueueOnRedis } from "./database";
import { describeQueuePage } from "./queue-cases";

putQueueOnRedis();
describeQueuePage("redis");
