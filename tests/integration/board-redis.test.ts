import { describeBoard } from "./board-cases";
import { putQueueOnRedis } from "./database";

putQueueOnRedis();
describeBoard();
