import { describeWebFaults } from "./web-cases";

describeWebFaults("PostgreSQL");
