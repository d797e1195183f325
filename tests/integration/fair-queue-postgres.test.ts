import { describeFairness } from "./fair-queue-cases";

describeFairness("Postgres");
