import { lookAtShelf } from "@/storage/look-at-shelf";
import { sweepScratch } from "@/storage/scratch";

/** What a web process does once at its start: clears what one that was killed left on this disk, and looks at the shelf. */
export async function prepareMachine(): Promise<void> {
  await sweepScratch();
  void lookAtShelf();
}
