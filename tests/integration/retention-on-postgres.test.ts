import { describeRetention } from "./retention-cases";

describeRetention("the Postgres queue");
