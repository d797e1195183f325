import { vi } from "vitest";
import { describeWorker } from "./worker-cases";

vi.setConfig({ testTimeout: 90_000 });
describeWorker("the Postgres queue");
