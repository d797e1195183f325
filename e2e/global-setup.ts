import { startService } from "../tests/service/start-service.mjs";
import { serviceVariable } from "./service-url";

/** Starts the real service, web and worker; returns its teardown. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const service = await startService();
  process.env[serviceVariable] = service.url;
  return () => service.close();
}
