import { describeTracing } from "./tracing-cases";

await describeTracing();
