/** The run was cancelled, deleted or taken by another worker: nothing of this attempt may be written any more. */
export class ClaimLost extends Error {
  override name = "ClaimLost";
}

/** The process is closing: the job goes back to the queue and the attempt does not count. */
export class ShuttingDown extends Error {
  override name = "ShuttingDown";
}
