import { describeWorkerTrouble } from "./worker-trouble-cases";

describeWorkerTrouble("Postgres");
