import { log } from "@/log";
import { storage } from "./storage";
import { isStorageFault } from "./storage-fault";

/** Says at a process's start what is wrong with the shelf; the process goes on, since it may come up later. Never throws. */
export async function lookAtShelf(): Promise<void> {
  try {
    await storage().check();
  } catch (error) {
    const code = isStorageFault(error) ? error.code : "unknown";
    log.error({ code }, "files cannot be kept or fetched: see what `npm run check:storage` says");
  }
}
