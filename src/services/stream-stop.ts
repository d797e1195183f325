import { AppError } from "@/errors";
import { onGlobal } from "@/on-global";

/** Aborted once, when the process is told to stop, so that open streams end and the server can close. */
export function streamStop(): AbortController {
  return onGlobal("stream-stop", () => new AbortController());
}

/** Ends a stream when its reader leaves or the process stops, whichever comes first. */
export function stopSignal(reader: AbortSignal | undefined): AbortSignal {
  const process = streamStop().signal;
  return reader ? AbortSignal.any([process, reader]) : process;
}

/** Throws when a stream ends because the process stops: a 5xx makes clients come back, a normal end does not. */
export function throwIfStopping(): void {
  if (streamStop().signal.aborted)
    throw new AppError("unavailable", "The server is stopping. Connect again.");
}
