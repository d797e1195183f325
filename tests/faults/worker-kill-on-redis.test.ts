import { putQueueOnRedis } from "../integration/database";
import { describeWorkerKills } from "./worker-kill-cases";

putQueueOnRedis();
describeWorkerKills("Redis");
