import { describeMonitor } from "./monitor-cases";

describeMonitor("postgres");
