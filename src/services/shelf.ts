import { AppError } from "@/errors";
import { log } from "@/log";
import type { Storage } from "@/storage/contract";
import { storage } from "@/storage/storage";
import { isStorageFault } from "@/storage/storage-fault";

/** The disk has no room, or what we may use of it is used up. */
const full = new Set(["ENOSPC", "EDQUOT"]);

/** The shelf as services see it: its faults are AppError `unavailable` of the category storage. */
export function shelf(): Pick<Storage, "save" | "place" | "remove" | "exists"> {
  const { save, place, remove, exists } = storage();
  return {
    save: (...given) => save(...given).catch(tell),
    place: (...given) => place(...given).catch(tell),
    remove: (...given) => remove(...given).catch(tell),
    exists: (...given) => exists(...given).catch(tell),
  };
}

function tell(error: unknown): never {
  if (!isStorageFault(error)) throw error;
  log.warn({ code: error.code }, "the file store failed");
  if (full.has(error.code))
    throw new AppError(
      "unavailable",
      "The file store is full. Nothing was kept; try again when it has room.",
      {
        cause: error,
        params: { category: "storage", isFull: true },
      },
    );
  throw new AppError("unavailable", "The file store does not answer. Try again in a moment.", {
    cause: error,
    params: { category: "storage" },
  });
}
