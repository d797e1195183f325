import { startService } from "../tests/service/start-service.mjs";
import { serviceVariable } from "./service-url";

/** Starts the service that most specs share; returns its teardown. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const { url, stop } = await startService({ WEBHOOK_PRIVATE_HOSTS: "127.0.0.1" });
  process.env[serviceVariable] = url;
  return stop;
}
