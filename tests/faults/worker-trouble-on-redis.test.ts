import { putQueueOnRedis } from "../integration/database";
import { describeWorkerTrouble } from "./worker-trouble-cases";

putQueueOnRedis();
describeWorkerTrouble("Redis");
