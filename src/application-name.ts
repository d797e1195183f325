/** What the service's sessions are called in PostgreSQL. */
export const applicationName = "facnet";
