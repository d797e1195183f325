import { describeQueuePage } from "./queue-cases";

describeQueuePage("postgres");
