import { serviceVariable } from "./service-url";
import { startService } from "./start-service";

/** Starts the service that most specs share; returns its teardown. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { url, stop } = await startService();
  process.env[serviceVariable] = url;
  return stop;
}
