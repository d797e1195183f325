import { describePostgresFaults } from "./postgres-cases";

describePostgresFaults("PostgreSQL");
