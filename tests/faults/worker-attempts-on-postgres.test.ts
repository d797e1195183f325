import { describeWorkerAttempts } from "./worker-attempts-cases";

describeWorkerAttempts("Postgres");
