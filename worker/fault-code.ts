import type { ThreadFailure } from "./thread-messages";

/** Codes of PostgreSQL and Prisma: five signs, a digit among them, unlike those of the file system. */
const sqlState = /^(?=.*\d)[0-9A-Z]{5}$/;
/** No other part of an attempt dials so: the shelf says StorageFault, the thread reads files, what the queue refuses is let pass. */
const cutConnection = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND", "EAI_AGAIN"]);
const ofPrisma = /^(PrismaClient|DriverAdapterError)/;
const inDriver = /[\\/]node_modules[\\/]pg(-[a-z-]+)?[\\/]/;

/** The `errorCode` of an attempt that failed through our own fault. */
export function faultCodeOf({ name, errno, frames }: ThreadFailure): "database" | "storage" | "internal" {
  if (name === "StorageFault") return "storage";
  const ofDatabase =
    ofPrisma.test(name) ||
    (errno !== null && (sqlState.test(errno) || cutConnection.has(errno))) ||
    frames.some((frame) => inDriver.test(frame));
  return ofDatabase ? "database" : "internal";
}
