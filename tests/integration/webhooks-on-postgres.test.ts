import { describeWebhooks } from "./webhook-cases";

describeWebhooks("the Postgres queue");
