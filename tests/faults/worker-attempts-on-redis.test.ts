import { putQueueOnRedis } from "../integration/database";
import { describeWorkerAttempts } from "./worker-attempts-cases";

putQueueOnRedis();
describeWorkerAttempts("Redis");
