import { describeBatches } from "./batch-cases";

describeBatches("the Postgres queue");
