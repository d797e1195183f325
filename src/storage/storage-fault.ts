/**
 * The shelf did not do its work: it is away, full, or refuses us. Its words are ours, and it carries no cause: what an S3
 * server answers may quote keys and signatures.
 */
export class StorageFault extends Error {
  override name = "StorageFault";

  constructor(
    /** What a server or the system calls it, such as `NoSuchBucket` or `ECONNREFUSED`. */
    readonly code: string,
  ) {
    super(`the file store failed: ${code}`);
  }
}

/** Other bundles and hot reloads have a class of their own with the same name. */
export function isStorageFault(error: unknown): error is StorageFault {
  return error instanceof Error && error.name === "StorageFault" && "code" in error;
}
