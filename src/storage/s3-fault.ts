import { StorageFault } from "./storage-fault";

const nameForm = /^[A-Za-z0-9_.-]{1,60}$/;
/** Names that say nothing of their own; the status or the system's code says more. */
const empty = new Set(["Error", "UnknownError", "Unknown"]);

/** What the client threw as a fault of the shelf, by its name alone: its other fields quote keys and signatures. */
export function s3Fault(error: unknown): StorageFault {
  if (error instanceof StorageFault) return error;
  return new StorageFault(codeOf(error));
}

/** Whether the server says that there is no such object. A bucket that is missing is another thing. */
export function isMissing(error: unknown): boolean {
  const name = error instanceof Error ? error.name : "";
  return name === "NoSuchKey" || name === "NotFound";
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const system = "code" in error ? error.code : undefined;
  for (const name of [system, error.name])
    if (typeof name === "string" && nameForm.test(name) && !empty.has(name)) return name;
  return `status-${statusOf(error) ?? "none"}`;
}

function statusOf(error: Error): number | undefined {
  const metadata: unknown = "$metadata" in error ? error.$metadata : undefined;
  if (typeof metadata !== "object" || metadata === null || !("httpStatusCode" in metadata)) return undefined;
  return typeof metadata.httpStatusCode === "number" ? metadata.httpStatusCode : undefined;
}
