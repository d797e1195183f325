import { Stop } from "../start/stop-with-message.mjs";

/** Tells a person why a command failed. PostgreSQL's own words may quote a cell, so its code stands for them. */
export function sayFault(error: unknown): void {
  console.error(faultText(error));
}

function faultText(error: unknown): string {
  if (error instanceof Stop) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (/^[0-9A-Z]{5}$/.test(code)) return `PostgreSQL refused with ${code}.`;
  // A refused connection to a name of several addresses has its words in its parts.
  return error.message || code || error.name;
}
