import { putQueueOnRedis } from "../integration/database";
import { describePostgresFaults } from "./postgres-cases";

putQueueOnRedis();
describePostgresFaults("Redis");
