import { putQueueOnRedis } from "../integration/database";
import { describeWebFaults } from "./web-cases";

putQueueOnRedis();
describeWebFaults("Redis");
