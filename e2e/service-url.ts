export const serviceVariable = "FACNET_E2E_URL";

/** Where global-setup has started the service. */
export function serviceUrl(): string {
  const url = process.env[serviceVariable];
  if (!url) throw new Error("global-setup has not run");
  return url;
}
