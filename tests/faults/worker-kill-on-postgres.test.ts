import { describeWorkerKills } from "./worker-kill-cases";

describeWorkerKills("Postgres");
