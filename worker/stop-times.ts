import { env } from "@/env";

/** How long running jobs may go on after the first signal. */
export const runningJobsMs = () => env().STOP_SECONDS * 1000;
/** How long giving back and closing may take after that, before the process ends itself. */
export const hardStopMs = 10_000;
