import { putQueueOnRedis } from "./database";
import { describeRetention } from "./retention-cases";

putQueueOnRedis();
describeRetention("Redis");
