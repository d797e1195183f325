import { putQueueOnRedis } from "./database";
import { describeOperationDoors } from "./operation-doors";

putQueueOnRedis();
describeOperationDoors();
